using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Infrastructure.Identity;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>
/// Reads on every request who an account is and what it may do, in one compiled query. It runs before there is an actor, so
/// it looks across trusts.
/// </summary>
public sealed class AccountRights
{
    private readonly Func<ChampionsDbContext, Guid, CancellationToken, Task<RightsRow?>> find = EF.CompileAsyncQuery(
        (ChampionsDbContext db, Guid id, CancellationToken cancellationToken) =>
            (from account in db.Accounts.AsNoTracking()
             where account.Id == id
             join person in db.StaffMembers.IgnoreQueryFilters() on account.StaffMemberId equals person.Id into persons
             from person in persons.DefaultIfEmpty()
             join trust in db.Trusts on person.TrustId equals trust.Id into trusts
             from trust in trusts.DefaultIfEmpty()
             join champion in db.Champions.IgnoreQueryFilters() on person.Id equals champion.StaffMemberId into champions
             from champion in champions.DefaultIfEmpty()
             select new RightsRow
             {
                 Account = account.Id,
                 Stamp = account.SecurityStamp,
                 IsDisabled = account.IsDisabled,
                 Roles = account.Roles,
                 Name = account.DisplayName,
                 Person = account.StaffMemberId,
                 Trust = (TrustId?)person.TrustId,
                 TrustName = trust.Name,
                 TrustUsesChampions = (bool?)trust.UsesChampions,
                 Champion = (ChampionId?)champion.Id,
                 ChampionStatus = (ChampionStatus?)champion.Status,
             }).FirstOrDefault());

    /// <summary>
    /// Null when the account is gone, disabled, or its stamp has changed since the cookie was made, and while the person's trust has not been
    /// brought in.
    /// </summary>
    internal async Task<CurrentRights?> FindAsync(ChampionsDbContext db, Guid accountId, string stamp, CancellationToken cancellationToken)
    {
        var row = await find(db, accountId, cancellationToken);
        if (row is null || row.IsDisabled || row.Stamp != stamp || row.TrustUsesChampions == false)
        {
            return null;
        }

        var champion = row.ChampionStatus is ChampionStatus.Active or ChampionStatus.Paused ? row.Champion : null;
        var roles = row.Roles | (champion is null ? Roles.None : Roles.Champion);
        return new CurrentRights(new Actor(row.Person ?? default, row.Trust ?? default, champion, roles), row.Name, row.TrustName);
    }

    internal sealed class RightsRow
    {
        public Guid Account { get; init; }

        public string? Stamp { get; init; }

        public bool IsDisabled { get; init; }

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

/// <summary>Who is asking, as the database says now.</summary>
public sealed record CurrentRights(Actor Actor, string DisplayName, string? TrustName);
