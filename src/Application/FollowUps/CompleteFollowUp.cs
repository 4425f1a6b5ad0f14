using Champions.Application.Abstractions;
using Champions.Application.SupportSessions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.FollowUps;

/// <summary>Closes a follow-up with what came of it.</summary>
public sealed record CompleteFollowUp(FollowUpId FollowUp, SessionOutcome? Outcome, string? Note);

public sealed class CompleteFollowUpHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<FollowUpId>> HandleAsync(CompleteFollowUp command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => CompleteAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<FollowUpId>> CompleteAsync(CompleteFollowUp command, Actor actor, CancellationToken ct)
    {
        var followUp = await db.FollowUps.FirstOrDefaultAsync(f => f.Id == command.FollowUp, ct);
        if (followUp is null || !SessionRights.MaySee(actor, followUp.OwnerId))
        {
            return FollowUpErrors.NotFound;
        }

        // The same form sent twice finds its own answers and is as good as done.
        if (followUp.Status == FollowUpStatus.Done && followUp.Outcome == command.Outcome && followUp.ClosingNote == Text.Tidy(command.Note))
        {
            return followUp.Id;
        }

        var closed = followUp.Complete(command.Outcome, command.Note, clock.GetUtcNow());
        if (!closed.IsSuccess)
        {
            return closed.Error;
        }

        await db.SaveChangesAsync(ct);
        return followUp.Id;
    }
}
