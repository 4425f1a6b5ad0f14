using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.HelpSlots;

/// <summary>A champion, or the coordinator, withdraws a time with every booking in it.</summary>
public sealed record CancelHelpSlot(HelpSlotId Id, string? Reason);

public sealed class CancelHelpSlotHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>How many people had a place and are told. Somebody who booked a moment ago is among them.</returns>
    public Task<Result<int>> HandleAsync(CancelHelpSlot command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => CancelAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<int>> CancelAsync(CancelHelpSlot command, Actor actor, CancellationToken cancellationToken)
    {
        var slot = await db.HelpSlots.Include(s => s.Bookings).FirstOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (slot is null || !actor.MayManageTimesOf(slot.ChampionId))
        {
            return HelpSlotErrors.NotFound;
        }

        // Apart from the bookings: one statement would return every claim of the slot with every claim of every booking.
        var bookings = slot.Bookings.Select(b => (BookingId?)b.Id).ToList();
        await db.TimeClaims.Where(c => c.HelpSlotId == slot.Id || bookings.Contains(c.BookingId)).LoadAsync(cancellationToken);

        var told = slot.SeatsTaken;
        var cancelled = slot.Cancel(command.Reason, clock.GetUtcNow());
        if (!cancelled.IsSuccess)
        {
            return cancelled.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return told;
    }
}
