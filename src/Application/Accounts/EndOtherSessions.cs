using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Logs the person out on every device but the one they ask from. Codes and links that were sent to log in are void as well.</summary>
public sealed record EndOtherSessions;

public sealed class EndOtherSessionsHandler(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    /// <returns>How many there were.</returns>
    public Task<Result<int>> HandleAsync(EndOtherSessions command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<int>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var live = await db.LiveSessionsAsync(reach, actor.AccountId, actor, now, ct);
            var others = live.Where(s => s.Id != actor.SessionId).ToList();
            others.ForEach(s => s.End(now));
            var address = await reach.Accounts(actor).Where(a => a.Id == actor.AccountId).Select(a => a.NormalisedEmail).FirstAsync(ct);
            await db.VoidCodesAsync(address, now, ct);
            await db.SaveChangesAsync(ct);
            return others.Count;
        },
        _ => null,
        cancellationToken);
}
