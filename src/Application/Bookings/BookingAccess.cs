using Champions.Application.Abstractions;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>Whose booking it is: the person who booked, the champion of the time, a coordinator of the trust. To others it does not exist.</summary>
internal static class BookingAccess
{
    public static bool MayChange(this Actor actor, HelpSlot slot, Booking booking) =>
        slot.TrustId == actor.TrustId
        && (actor.IsCoordinator || booking.BookedById == actor.PersonId || (actor.ChampionId is { } champion && slot.ChampionId == champion));

    /// <summary>The slot a booking is in, with everything that changing the booking needs; null when the booking is not the actor's.</summary>
    public static async Task<(HelpSlot Slot, Booking Booking)?> FindBookingAsync(
        this IChampionsDb db, BookingId id, Actor actor, CancellationToken cancellationToken)
    {
        var slot = await db.HelpSlots
            .Include(s => s.Bookings).ThenInclude(b => b.Claims)
            .FirstOrDefaultAsync(s => s.Bookings.Any(b => b.Id == id), cancellationToken);
        var booking = slot?.Bookings.Single(b => b.Id == id);
        return booking is not null && actor.MayChange(slot!, booking) ? (slot!, booking) : null;
    }
}
