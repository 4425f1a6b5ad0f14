using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.WardList;

/// <summary>Closes a ward, or opens it again. What happened on it stays.</summary>
public sealed record CloseWard(WardId Id, bool Closed);

public sealed class CloseWardHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The name of the ward. Doing it again changes nothing.</returns>
    public async Task<Result<string>> HandleAsync(CloseWard command, Actor actor, CancellationToken cancellationToken) => !actor.IsCoordinator
        ? WardErrors.NotAllowed
        : await db.RunAsync(ct => CloseAsync(command, ct), _ => null, cancellationToken);

    private async Task<Result<string>> CloseAsync(CloseWard command, CancellationToken cancellationToken)
    {
        if (await db.Wards.FirstOrDefaultAsync(w => w.Id == command.Id, cancellationToken) is not { } ward)
        {
            return WardErrors.NotFound;
        }

        var now = clock.GetUtcNow();
        if (!command.Closed)
        {
            ward.Reopen();
        }
        else if (await InTheWayAsync(ward.Id, now, cancellationToken) is { } error)
        {
            return error;
        }
        else
        {
            ward.Close(UkCalendar.DateOf(now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return ward.Name;
    }

    /// <summary>What people count on must be ended first, where those concerned are told.</summary>
    private async Task<Error?> InTheWayAsync(WardId ward, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(now);
        var assignments = await db.WardAssignments.CountAsync(
            a => a.WardId == ward && (a.Until == null || (a.Until > today && a.Until >= a.From)), cancellationToken);
        if (assignments > 0)
        {
            return WardErrors.HasChampions(assignments);
        }

        var times = await db.HelpSlots.CountAsync(s => s.WardId == ward && s.StartsAt > now && s.Status == HelpSlotStatus.Offered, cancellationToken);
        return times > 0 ? WardErrors.HasTimes(times) : null;
    }
}
