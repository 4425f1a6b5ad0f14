using Champions.Application.Abstractions;
using Champions.Domain.Trusts;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class SitesOfAllTrusts(ChampionsDbContext db) : ISitesOfAllTrusts
{
    /// <summary>Far below the number of parameters either database takes in one statement.</summary>
    private const int AtOnce = 1000;

    public async Task<IReadOnlyDictionary<string, Site>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Site>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(AtOnce))
        {
            await foreach (var site in db.Sites.IgnoreQueryFilters().Where(s => some.Contains(s.Code)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                found.Add(site.Code, site);
            }
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<SiteId, int>> CountOpenWardsAsync(IReadOnlyCollection<SiteId> sites, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<SiteId, int>();
        foreach (var some in sites.Chunk(AtOnce))
        {
            var found = await db.Wards.IgnoreQueryFilters().Where(w => w.ClosedOn == null && some.Contains(w.SiteId))
                .GroupBy(w => w.SiteId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            found.ForEach(f => counts[f.Key] = f.Count);
        }

        return counts;
    }

    public async Task<IReadOnlyDictionary<TrustId, int>> CountOpenSitesAsync(
        IReadOnlyCollection<TrustId> trusts, DateOnly today, CancellationToken cancellationToken) =>
        await db.Sites.IgnoreQueryFilters()
            .Where(s => trusts.Contains(s.TrustId) && (s.ClosedOn == null || s.ClosedOn >= today))
            .GroupBy(s => s.TrustId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    public IQueryable<Site> Of(TrustId trust) => db.Sites.IgnoreQueryFilters().AsNoTracking().Where(s => s.TrustId == trust);
}
