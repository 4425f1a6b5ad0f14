using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>
/// Reads on every request whose session it is and what the person may do, in one compiled query. It runs before there is an actor, so
/// it looks across trusts.
/// </summary>
public sealed class AccountRights(TimeProvider clock)
{
    private readonly Func<ChampionsDbContext, AccountSessionId, CancellationToken, Task<RightsRow?>> find = EF.CompileAsyncQuery(
        (ChampionsDbContext db, AccountSessionId id, CancellationToken cancellationToken) =>
            (from session in db.AccountSessions.AsNoTracking()
             where session.Id == id
             join account in db.Accounts.IgnoreQueryFilters() on session.AccountId equals account.Id
             join trust in db.Trusts on account.TrustId equals trust.Id into trusts
             from trust in trusts.DefaultIfEmpty()
             join champion in db.Champions.IgnoreQueryFilters() on account.StaffMemberId equals champion.StaffMemberId into champions
             from champion in champions.DefaultIfEmpty()
             orderby session.Id
             select new RightsRow
             {
                 Account = account.Id,
                 IsDisabled = account.IsDisabled,
                 SessionsStayIn = session.Generation == account.SessionGeneration,
                 Generation = session.Generation,
                 StartedAt = session.StartedAt,
                 LastSeenAt = session.LastSeenAt,
                 EndedAt = session.EndedAt,
                 ProvedAt = session.ProvedAt,
                 SecondFactorAt = session.SecondFactorAt,
                 IsOwnPhone = session.IsOwnPhone && trust.AllowsOwnPhones,
                 Roles = account.Roles,
                 Name = account.Name,
                 Person = account.StaffMemberId,
                 Trust = account.TrustId,
                 TrustName = trust.Name,
                 TrustUsesChampions = (bool?)trust.UsesChampions,
                 Champion = (ChampionId?)champion.Id,
                 ChampionStatus = (ChampionStatus?)champion.Status,
             }).FirstOrDefault());

    /// <summary>
    /// No rights when the session has ended by itself, by its person or by anybody who may end it; when the account is disabled; when it has a
    /// role that needs a second factor and none was given; and while the person's trust has not been brought in.
    /// </summary>
    internal async Task<SessionRights> FindAsync(ChampionsDbContext db, AccountSessionId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await find(db, id, cancellationToken);
        if (row is null || row.IsDisabled || !row.SessionsStayIn || row.TrustUsesChampions == false
            || !AccountSession.IsLive(row.EndedAt, row.StartedAt, row.LastSeenAt, row.IsOwnPhone, now))
        {
            return new SessionRights(null, LacksSecondFactor: false);
        }

        if ((row.Roles & Account.NeedSecondFactor) != Roles.None && row.SecondFactorAt is null)
        {
            return new SessionRights(null, LacksSecondFactor: true);
        }

        var seenAt = row.LastSeenAt;
        if (now - seenAt >= AccountSession.SeenEvery)
        {
            seenAt = await SawAsync(db, id, now, cancellationToken) ? now : seenAt;
        }

        var champion = row.ChampionStatus is ChampionStatus.Active or ChampionStatus.Paused ? row.Champion : null;
        var roles = row.Roles | (champion is null ? Roles.None : Roles.Champion);
        var actor = new Actor(row.Person ?? default, row.Trust ?? default, champion, roles)
        {
            AccountId = row.Account,
            SessionId = id,
            Generation = row.Generation,
            ProvedAt = row.ProvedAt,
            SecondFactorAt = row.SecondFactorAt,
        };
        var ends = AccountSession.Ends(row.StartedAt, seenAt, row.IsOwnPhone);
        return new SessionRights(new CurrentRights(actor, row.Name, row.TrustName, ends), LacksSecondFactor: false);
    }

    /// <summary>A database that only reads, because its disk is full or somebody holds it, still shows pages: the session just ends earlier.</summary>
    private static async Task<bool> SawAsync(ChampionsDbContext db, AccountSessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.InTransactionAsync(
                ct => db.AccountSessions.Where(s => s.Id == id && s.LastSeenAt < now)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct),
                cancellationToken);
            return true;
        }
        catch (Exception fault) when (DatabaseFaults.IsUnavailable(fault))
        {
            return false;
        }
    }

    internal sealed class RightsRow
    {
        public AccountId Account { get; init; }

        public bool IsDisabled { get; init; }

        public bool SessionsStayIn { get; init; }

        public int Generation { get; init; }

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset LastSeenAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public DateTimeOffset ProvedAt { get; init; }

        public DateTimeOffset? SecondFactorAt { get; init; }

        public bool IsOwnPhone { get; init; }

        public Roles Roles { get; init; }

        public string Name { get; init; } = "";

        public StaffMemberId? Person { get; init; }

        public TrustId? Trust { get; init; }

        public string? TrustName { get; init; }

        public bool? TrustUsesChampions { get; init; }

        public ChampionId? Champion { get; init; }

        public ChampionStatus? ChampionStatus { get; init; }
    }
}

/// <summary>What a session gives.</summary>
/// <param name="Rights">Null when it no longer lets its person in.</param>
/// <param name="LacksSecondFactor">It does not because the person has come to a role that needs a second factor.</param>
public sealed record SessionRights(CurrentRights? Rights, bool LacksSecondFactor);

/// <summary>Who is asking, as the database says now.</summary>
/// <param name="Actor">The person with their rights.</param>
/// <param name="DisplayName">What the page header calls them.</param>
/// <param name="TrustName">Null for an administrator who works for no trust.</param>
/// <param name="Ends">When the session ends by itself.</param>
public sealed record CurrentRights(Actor Actor, string DisplayName, string? TrustName, SessionEnds Ends);
