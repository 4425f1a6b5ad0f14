using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Bookings;

/// <summary>Gives a place back.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Reason">Goes into the email, if given.</param>
public sealed record CancelBooking(BookingId BookingId, string? Reason);

/// <summary>The booker cancels as staff; the champion of the time and coordinators cancel on the champion's side.</summary>
public sealed class CancelBookingHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<BookingId>> HandleAsync(CancelBooking command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => CancelAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<BookingId>> CancelAsync(CancelBooking command, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.FindBookingAsync(command.BookingId, actor, cancellationToken) is not var (slot, booking))
        {
            return HelpSlotErrors.BookingNotFound;
        }

        var byChampion = booking.BookedById != actor.PersonId;
        var cancelled = slot.CancelBooking(booking.Id, byChampion, command.Reason, clock.GetUtcNow());
        if (!cancelled.IsSuccess)
        {
            return cancelled.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return booking.Id;
    }
}
