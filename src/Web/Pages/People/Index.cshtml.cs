using Champions.Application.Home;
using Champions.Application.Lists;
using Champions.Application.People;
using Champions.Application.Wording;
using Champions.Domain.Champions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.People;

/// <summary>The champions of the trust: who is where, knows what, and went quiet.</summary>
public sealed class IndexModel(ChampionQueries champions, ChoiceQueries choices) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? System { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ward { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Activity { get; set; }

    public PageOf<ChampionRow> Champions { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> Statuses { get; } =
        [.. Enum.GetValues<ChampionStatus>().Select(s => new SelectListItem(ChampionStatusWords.Of(s), s.ToString().ToLowerInvariant()))];

    public static IReadOnlyList<SelectListItem> Activities { get; } =
    [
        new($"Session in the last {HomeQueries.ActiveDays} days", "active"),
        new($"Quiet for {HomeQueries.ActiveDays} days or more", "quiet"),
    ];

    public IReadOnlyList<SelectListItem> Systems { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public bool IsFiltered { get; private set; }

    protected override string UsualSort => "name";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Systems = Items(await choices.SystemsAsync(cancellationToken));
        Wards = Items(await choices.OpenWardsAsync(cancellationToken));
        Sites = Items(await choices.SitesWithWardsAsync(cancellationToken));
        var filter = Filter();
        IsFiltered = filter is not { Status: null, System: null, Ward: null, Site: null, Activity: null } || !string.IsNullOrWhiteSpace(Search);
        Champions = await champions.ListAsync(filter, Number, cancellationToken);
        return Champions.Exists ? Page() : ToFirstPage();
    }

    private ChampionFilter Filter() => new(
        Search,
        Named<ChampionStatus>(Status),
        Offered(System, Systems) is { } system ? new DigitalSystemId(system) : null,
        Offered(Ward, Wards) is { } ward ? new WardId(ward) : null,
        Offered(Site, Sites) is { } site ? new SiteId(site) : null,
        Named<Activity>(Activity),
        SortColumn == "last" ? ChampionSort.LastSession : ChampionSort.Name,
        Descending);
}
