using Champions.Domain.Trusts;

namespace Champions.Application.Abstractions;

/// <summary>Sites whichever trust runs them, for imports and for the administrator, who work for no trust.</summary>
public interface ISitesOfAllTrusts
{
    /// <summary>Those of the sites that are known, by code and tracked, so that changes to them are saved.</summary>
    Task<IReadOnlyDictionary<string, Site>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <summary>How many wards that are not closed each of the sites has; sites without any are left out.</summary>
    Task<IReadOnlyDictionary<SiteId, int>> CountOpenWardsAsync(IReadOnlyCollection<SiteId> sites, CancellationToken cancellationToken);

    /// <summary>How many open sites each of the trusts has; trusts without any are left out.</summary>
    /// <param name="trusts">Whose sites are counted.</param>
    /// <param name="today">Today in the UK: a site closed before is not counted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyDictionary<TrustId, int>> CountOpenSitesAsync(
        IReadOnlyCollection<TrustId> trusts, DateOnly today, CancellationToken cancellationToken);

    /// <summary>The sites of one trust, not tracked and not yet run: to be ordered, paged and projected.</summary>
    IQueryable<Site> Of(TrustId trust);
}
