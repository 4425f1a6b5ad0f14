using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>The trusts of the installation, for the administrator. They belong to no trust, so no filter stands before them.</summary>
public sealed class TrustQueries(IChampionsDb db, ISitesOfAllTrusts sites, IConfigurationProvider mapping, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int SitePageSize = 50;

    private DateOnly Today => UkCalendar.DateOf(clock.GetUtcNow());

    /// <summary>A country has a few hundred trusts, so no index carries the search.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TrustPage> ListAsync(TrustFilter filter, int page, CancellationToken cancellationToken)
    {
        var (today, found) = (Today, Filtered(filter));
        var total = await found.CountAsync(cancellationToken);
        var rows = await found.OrderBy(t => t.Name).ThenBy(t => t.Code)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ProjectTo<TrustRow>(mapping).ToListAsync(cancellationToken);
        var counts = await sites.CountOpenSitesAsync([.. rows.Select(r => new TrustId(r.Id))], today, cancellationToken);
        return new TrustPage([.. rows.Select(r => r with { Sites = counts.GetValueOrDefault(new TrustId(r.Id)) })], total);
    }

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.Trusts.AnyAsync(cancellationToken);

    public Task<TrustDetails?> FindAsync(TrustId id, CancellationToken cancellationToken) =>
        db.Trusts.AsNoTracking().Where(t => t.Id == id).ProjectTo<TrustDetails>(mapping).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Domains whose new people join the trust.</summary>
    public async Task<IReadOnlyList<string>> DomainsAsync(TrustId trust, CancellationToken cancellationToken) =>
        await db.Trusts.Where(t => t.Id == trust).SelectMany(t => t.Domains).Select(d => d.Domain).OrderBy(d => d).ToListAsync(cancellationToken);

    /// <summary>Sites of a trust by name, closed ones too.</summary>
    /// <param name="trust">Whose sites.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SitePage> SitesAsync(TrustId trust, int page, CancellationToken cancellationToken)
    {
        var all = sites.Of(trust);
        var rows = await all.OrderBy(s => s.Name).ThenBy(s => s.Code)
            .Skip((page - 1) * SitePageSize).Take(SitePageSize)
            .ProjectTo<SiteRow>(mapping).ToListAsync(cancellationToken);
        return new SitePage(rows, await all.CountAsync(cancellationToken));
    }

    private IQueryable<Trust> Filtered(TrustFilter filter)
    {
        var (today, trusts) = (Today, db.Trusts.AsNoTracking());
        if (filter.Words?.Trim().ToUpperInvariant() is { Length: > 0 } words)
        {
            trusts = trusts.Where(t => t.Code == words || t.OdsName.ToUpper().Contains(words));
        }

        if (filter.Region is { Length: > 0 } region)
        {
            trusts = trusts.Where(t => t.Region == region);
        }

        trusts = filter.IsOpen switch
        {
            true => trusts.Where(t => t.ClosedOn == null || t.ClosedOn >= today),
            false => trusts.Where(t => t.ClosedOn < today),
            null => trusts,
        };
        return filter.UsesChampions is { } uses ? trusts.Where(t => t.UsesChampions == uses) : trusts;
    }
}

/// <param name="Words">Part of the name, or the whole code.</param>
/// <param name="Region">Code of a region.</param>
/// <param name="IsOpen">Null for both.</param>
/// <param name="UsesChampions">Null for both.</param>
public sealed record TrustFilter(string? Words, string? Region, bool? IsOpen, bool? UsesChampions);

/// <summary>One page of trusts and how many there are in all.</summary>
public sealed record TrustPage(IReadOnlyList<TrustRow> Rows, int Total);

/// <summary>One page of sites and how many there are in all.</summary>
public sealed record SitePage(IReadOnlyList<SiteRow> Rows, int Total);
