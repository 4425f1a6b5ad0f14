using Champions.Application.Trusts;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Admin.Trusts;

/// <summary>Every trust of the installation; the filters are the address.</summary>
public sealed class IndexModel(TrustQueries queries) : ChampionsPage
{
    private const int WordsMax = 100;
    private const int LastPage = 100_000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    /// <summary>open, closed or nothing for both.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>yes, no or nothing for both.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Uses { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public TrustPage Found { get; private set; } = new([], 0);

    public bool HasAny { get; private set; }

    public int PageCount => (Found.Total + TrustQueries.PageSize - 1) / TrustQueries.PageSize;

    public IReadOnlyList<SelectListItem> Regions { get; } = [.. RegionWords.All.Select(r => new SelectListItem(r.Name, r.Code))];

    public IReadOnlyList<SelectListItem> States { get; } = [new("Open", "open"), new("Closed", "closed")];

    public IReadOnlyList<SelectListItem> Usage { get; } = [new("Use Champions", "yes"), new("Not brought in", "no")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // An address that somebody has made up shows what it can
        ModelState.Clear();
        Q = Text.Tidy(Q) is { Length: > WordsMax } words ? words[..WordsMax] : Text.Tidy(Q);
        Region = Regions.FirstOrDefault(r => r.Value == Region)?.Value;
        var page = Math.Clamp(P, 1, LastPage);
        Found = await queries.ListAsync(new TrustFilter(Q, Region, Choice(State, "open", "closed"), Choice(Uses, "yes", "no")), page, cancellationToken);
        if (P != 1 && (P < 1 || P > PageCount))
        {
            return Redirect(QueryHelpers.AddQueryString("/admin/trusts", Filters()));
        }

        HasAny = Found.Total > 0 || await queries.AnyAsync(cancellationToken);
        return Page();
    }

    private Dictionary<string, string?> Filters() => new(StringComparer.Ordinal)
    {
        [nameof(Q)] = Q, [nameof(Region)] = Region, [nameof(State)] = State, [nameof(Uses)] = Uses,
    };

    private static bool? Choice(string? given, string yes, string no) => given == yes ? true : given == no ? false : null;
}
