using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>The sessions of one account that let their person in at this moment.</summary>
internal static class LiveSessions
{
    /// <summary>Few, as every session ends by itself within days. Tracked, latest use first.</summary>
    /// <param name="db">The unit of work that may end them.</param>
    /// <param name="reach">What the actor reaches: everybody reaches their own account.</param>
    /// <param name="account">Whose.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<List<AccountSession>> LiveSessionsAsync(
        this IChampionsDb db, IPeopleInReach reach, AccountId account, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - AccountSession.LongestOnOwnPhone;
        var open = await (
            from session in db.AccountSessions
            where session.AccountId == account && session.StartedAt > since && session.EndedAt == null
            join owner in reach.Accounts(actor) on session.AccountId equals owner.Id
            where session.Generation == owner.SessionGeneration && !owner.IsDisabled
            select new { Session = session, OwnPhones = db.Trusts.Any(t => t.Id == owner.TrustId && t.AllowsOwnPhones) }).ToListAsync(cancellationToken);
        return
        [
            .. open.Where(o => AccountSession.IsLive(o.Session.EndedAt, o.Session.StartedAt, o.Session.LastSeenAt, o.Session.IsOwnPhone && o.OwnPhones, now))
                .Select(o => o.Session).OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.StartedAt).ThenBy(s => s.Id.Value),
        ];
    }
}
