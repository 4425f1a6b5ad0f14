using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Passwords;

internal static class PasswordOwners
{
    /// <summary>The account, to look at only, and what its password may not contain.</summary>
    public static async Task<(Account Account, PasswordOwner Owner)> OwnerAsync(
        this IAccountsOfAllTrusts accounts, IChampionsDb db, AccountId id, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.AsNoTracking().FirstAsync(a => a.Id == id, cancellationToken);
        var trust = account.TrustId is { } trustId
            ? await db.Trusts.AsNoTracking().Where(t => t.Id == trustId).Select(t => new { t.Name, t.Code }).FirstOrDefaultAsync(cancellationToken)
            : null;
        return (account, PasswordOwner.Of(account, trust?.Name, trust?.Code));
    }
}
