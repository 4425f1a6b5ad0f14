using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>Takes a booking to another time; it keeps its id.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="ToSlotId">The time to take instead.</param>
public sealed record MoveBooking(BookingId BookingId, HelpSlotId ToSlotId);

/// <summary>Both slots change in one save, so the old place is never given up before the new one is taken.</summary>
public sealed class MoveBookingHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<BookingId>> HandleAsync(MoveBooking command, Actor actor, CancellationToken cancellationToken)
    {
        var own = false;
        return await db.RunAsync(
            async ct =>
            {
                if (await db.FindBookingAsync(command.BookingId, actor, ct) is not var (from, booking))
                {
                    return HelpSlotErrors.BookingNotFound;
                }

                own = booking.BookedById == actor.PersonId;
                return await MoveAsync(from, booking, command.ToSlotId, ct);
            },
            key => key == UniqueKeys.TimeClaim ? Busy(own) : null,
            cancellationToken);
    }

    private async Task<Result<BookingId>> MoveAsync(HelpSlot from, Booking booking, HelpSlotId toSlot, CancellationToken cancellationToken)
    {
        var to = toSlot == from.Id
            ? from
            : await db.HelpSlots.Include(s => s.Bookings).FirstOrDefaultAsync(s => s.Id == toSlot, cancellationToken);
        if (to is null)
        {
            return HelpSlotErrors.NotFound;
        }

        var moved = from.MoveBooking(booking.Id, to, clock.GetUtcNow());
        if (!moved.IsSuccess)
        {
            return moved.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return booking.Id;
    }

    private static Error Busy(bool own) => own ? HelpSlotErrors.PersonBusy : BookingErrors.BookerBusy;
}
