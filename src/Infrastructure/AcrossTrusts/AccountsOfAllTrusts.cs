using Champions.Application.Abstractions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class AccountsOfAllTrusts(ChampionsDbContext db) : IAccountsOfAllTrusts
{
    public IQueryable<Account> Accounts => db.Accounts.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]);

    public async Task<bool> MayEnterAsync(Account account, CancellationToken cancellationToken) =>
        account.TrustId is not { } trust
        || (await db.Trusts.AnyAsync(t => t.Id == trust && t.UsesChampions, cancellationToken)
            && !await db.StaffMembers.IgnoreQueryFilters([ChampionsDbContext.TrustFilter])
                .AnyAsync(s => s.Id == account.StaffMemberId && s.LeftOn != null, cancellationToken));
}
