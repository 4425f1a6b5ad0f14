using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>Tells in which trust's audit trail a passkey or another way in belongs. Ways in are used before there is an actor.</summary>
internal static class TrustsOfAccounts
{
    public static async Task<IReadOnlyDictionary<AccountId, TrustId?>> FindAsync(
        ChampionsDbContext db, IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken)
    {
        var trusts = new Dictionary<AccountId, TrustId?>();
        var missing = new List<AccountId>();
        foreach (var id in accounts)
        {
            if (db.Accounts.Local.FindEntry(id)?.Entity is { } tracked)
            {
                trusts[id] = tracked.TrustId;
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            var found = await db.Accounts.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).Where(a => missing.Contains(a.Id))
                .Select(a => new { a.Id, a.TrustId }).ToListAsync(cancellationToken);
            found.ForEach(a => trusts[a.Id] = a.TrustId);
        }

        return trusts;
    }
}
