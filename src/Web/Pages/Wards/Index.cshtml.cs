using Champions.Application.Coverage;
using Champions.Application.Lists;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Wards;

/// <summary>The coverage table: which wards have nobody, and which hang on one person.</summary>
public sealed class IndexModel(WardQueries wards, ChoiceQueries choices) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cover { get; set; }

    public PageOf<WardRow> Wards { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Covers { get; } =
        [.. Enum.GetValues<Cover>().Select(c => new SelectListItem(CoverWords.Of(c), c.ToString().ToLowerInvariant()))];

    public bool MayAssign => Actor.IsCoordinator;

    public bool IsFiltered { get; private set; }

    protected override string UsualSort => "site";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Sites = Items(await choices.SitesWithWardsAsync(cancellationToken));
        var filter = new WardFilter(Search, Offered(Site, Sites) is { } site ? new SiteId(site) : null, Named<Cover>(Cover), SortBy(), Descending);
        IsFiltered = filter is not { Site: null, Cover: null } || !string.IsNullOrWhiteSpace(Search);
        Wards = await wards.ListAsync(filter, Number, cancellationToken);
        return Wards.Exists ? Page() : ToFirstPage();
    }

    private WardSort SortBy() => SortColumn switch
    {
        "ward" => WardSort.Ward,
        "champions" => WardSort.Champions,
        "last" => WardSort.LastSession,
        _ => WardSort.Site,
    };
}
