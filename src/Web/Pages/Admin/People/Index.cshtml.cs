using Champions.Application.PeopleList;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>The people of the trust, or of every trust for the administrator.</summary>
public sealed class IndexModel(PersonQueries people) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ward { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Trust { get; set; }

    public PageOf<PersonRow> People { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> RoleItems { get; } =
        [.. new[] { Roles.Coordinator, Roles.Helpdesk, Roles.Champion }.Select(r => new SelectListItem(RoleWords.Of(r), r.ToString().ToLowerInvariant()))];

    public static IReadOnlyList<SelectListItem> StateItems { get; } =
        [.. Enum.GetValues<PersonState>().Select(s => new SelectListItem(PersonStateWords.Of(s), s.ToString().ToLowerInvariant()))];

    /// <summary>Trusts to choose from; empty for those who reach only their own.</summary>
    public IReadOnlyList<SelectListItem> Trusts { get; private set; } = [];

    /// <summary>Wards of one's own trust, or of the chosen one.</summary>
    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    public bool IsFiltered { get; private set; }

    /// <summary>Where a new person would work, for the administrator who has chosen a trust.</summary>
    public string InviteHref => Offered(Trust, Trusts) is { } trust ? $"/admin/people/invite?trust={trust}" : "/admin/people/invite";

    protected override string UsualSort => "name";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Trusts = IsAdministrator ? Items(await people.TrustsAsync(Actor, cancellationToken)) : [];
        var trust = IsAdministrator ? Offered(Trust, Trusts) is { } chosen ? new TrustId(chosen) : (TrustId?)null : Actor.TrustId;
        Wards = trust is { } own ? Items(await people.WardsAsync(own, Actor, cancellationToken)) : [];
        var filter = new PersonFilter(
            Search,
            RoleItems.Any(i => i.Value == Role) ? Named<Roles>(Role) : null,
            Offered(Ward, Wards) is { } ward ? new WardId(ward) : null,
            Named<PersonState>(State),
            trust,
            SortColumn == "last" ? PersonSort.LastLogIn : PersonSort.Name,
            Descending);
        IsFiltered = filter is not { Role: null, Ward: null, State: null } || (IsAdministrator && trust is not null) || !string.IsNullOrWhiteSpace(Search);
        People = await people.ListAsync(filter, Actor, Number, cancellationToken);
        return People.Exists ? Page() : ToFirstPage();
    }

    public static string LastLogIn(DateTimeOffset? at) => at is { } instant ? UkFormat.ShortDate(UkCalendar.DateOf(instant)) : "Never";
}
