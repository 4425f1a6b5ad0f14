using Champions.Domain.Trusts;

namespace Champions.Application.Imports;

/// <summary>
/// Which trust runs each site of a file. The file does not say: a trust named by the person importing comes first, then what is stored,
/// then what the code tells for certain.
/// </summary>
internal sealed class SiteParents(IReadOnlyCollection<Trust> trusts, IReadOnlyDictionary<string, Site> known, Trust? given)
{
    private readonly Dictionary<string, Trust> byCode = trusts.ToDictionary(t => t.Code);
    private readonly Dictionary<TrustId, Trust> byId = trusts.ToDictionary(t => t.Id);
    private readonly HashSet<string> codes = [.. trusts.Select(t => t.Code)];

    /// <summary>Null when nothing settles it.</summary>
    public Trust? Of(OdsRow row) =>
        given
        ?? (known.TryGetValue(row.Code, out var site) ? Now(site) : null)
        ?? (OdsSites.ParentOf(row.Code, row.OpenedOn, codes) is { } code ? byCode[code] : null);

    /// <summary>The trust a stored site belongs to before the import.</summary>
    public Trust Now(Site site) => byId[site.TrustId];
}
