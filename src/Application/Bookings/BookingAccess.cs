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
        var slot = await db.SlotOf(id).FirstOrDefaultAsync(cancellationToken);
        if (slot?.Bookings.FirstOrDefault(b => b.Id == id) is not { } booking || !actor.MayChange(slot, booking))
        {
            return null;
        }

        // Asked for apart: joined to the slot in one query, SQLite would first gather the claims of all bookings of the trust
        await db.TimeClaims.Where(c => c.BookingId == id).LoadAsync(cancellationToken);
        return (slot, booking);
    }

    internal static IQueryable<HelpSlot> SlotOf(this IChampionsDb db, BookingId id) =>
        db.HelpSlots
            .Include(s => s.Bookings)
            .Where(s => db.Bookings.Where(b => b.Id == id).Select(b => b.HelpSlotId).Contains(s.Id));
}
