using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>Changes a logged session.</summary>
/// <param name="Session">Which one.</param>
/// <param name="Version">The version that the form was filled in from.</param>
/// <param name="Entry">What was filled in.</param>
/// <param name="FollowUp">Needed when the outcome is a follow-up and the session has none yet, left aside otherwise.</param>
public sealed record EditSession(SupportSessionId Session, int Version, SessionEntry Entry, NewFollowUp? FollowUp);

public sealed class EditSessionHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<SupportSessionId>> HandleAsync(EditSession command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => EditAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<SupportSessionId>> EditAsync(EditSession command, Actor actor, CancellationToken ct)
    {
        var session = await db.SupportSessions.WithAnswers().Include(s => s.Revisions).FirstOrDefaultAsync(s => s.Id == command.Session, ct);
        if (session is null || !SessionRights.MayChange(actor, session))
        {
            return SupportSessionErrors.NotFound;
        }

        if (session.Version != command.Version)
        {
            return SupportSessionErrors.Changed;
        }

        var answers = await SessionEntryReader.ReadAsync(db, command.Entry, ct);
        if (!answers.IsSuccess)
        {
            return answers.Error;
        }

        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var attendance = session.Attendance;
        var promises = answers.Value.Outcome == SessionOutcome.NeedsFollowUp
            && !await db.FollowUps.AnyAsync(f => f.SupportSessionId == session.Id && f.Status != FollowUpStatus.Cancelled, ct);
        var stopped = session.Edit(answers.Value, actor.PersonId, today, now, promises).Error
            ?? SessionFollowUp.Open(db, session, promises, command.FollowUp, today, now)
            ?? (session.Attendance == attendance ? null : await SessionBooking.RecordAsync(db, session, session.Attendance, now, ct));
        if (stopped is not null)
        {
            return stopped;
        }

        await db.SaveChangesAsync(ct);
        return session.Id;
    }
}
