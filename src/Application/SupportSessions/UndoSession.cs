using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>Takes a log back within ten minutes.</summary>
public sealed record UndoSession(SupportSessionId Session);

/// <summary>Its booking is to be logged again and its open follow-up is called off, in the same save.</summary>
public sealed class UndoSessionHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<SupportSessionId>> HandleAsync(UndoSession command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => UndoAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<SupportSessionId>> UndoAsync(UndoSession command, Actor actor, CancellationToken ct)
    {
        var session = await db.SupportSessions.FirstOrDefaultAsync(s => s.Id == command.Session, ct);
        if (session is null || !SessionRights.MayChange(actor, session))
        {
            return SupportSessionErrors.NotFound;
        }

        var now = clock.GetUtcNow();
        var stopped = session.Undo(now).Error ?? await SessionBooking.RecordAsync(db, session, BookingStatus.Booked, now, ct);
        if (stopped is not null)
        {
            return stopped;
        }

        foreach (var followUp in await db.FollowUps.Where(f => f.SupportSessionId == session.Id && f.Status == FollowUpStatus.Open).ToListAsync(ct))
        {
            followUp.Cancel(now);
        }

        await db.SaveChangesAsync(ct);
        return session.Id;
    }
}
