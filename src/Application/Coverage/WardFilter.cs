namespace Champions.Application.Coverage;

public enum WardSort
{
    /// <summary>By site, then by name.</summary>
    Site,
    Ward,
    Champions,
    LastSession,
}

/// <summary>Which wards to list, and in which order.</summary>
/// <param name="Search">Words of name or code.</param>
/// <param name="Site">Of this site only.</param>
/// <param name="Cover">With this cover only.</param>
/// <param name="Sort">Order.</param>
/// <param name="Descending">The other way round.</param>
public sealed record WardFilter(
    string? Search = null, SiteId? Site = null, Cover? Cover = null, WardSort Sort = WardSort.Site, bool Descending = false);
