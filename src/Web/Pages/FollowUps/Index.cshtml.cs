using Champions.Application.FollowUps;
using Champions.Application.Lists;
using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.FollowUps;

/// <summary>Promises to keep, oldest first.</summary>
public sealed class IndexModel(FollowUpQueries queries, SessionFormQueries form, TimeProvider clock) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Champion { get; set; }

    public PageOf<FollowUpRow> FollowUps { get; private set; } = null!;

    public FollowUpState Shown => Named<FollowUpState>(State) ?? FollowUpState.Open;

    public DateOnly Today => UkCalendar.DateOf(clock.GetUtcNow());

    public bool ShowsOwners => Actor.IsCoordinator;

    public bool IsFiltered { get; private set; }

    public IReadOnlyList<SelectListItem> Champions { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> States { get; } = [new("Open", "open"), new("Overdue", "overdue"), new("Done", "done")];

    protected override string UsualSort => "due";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Champions = ShowsOwners ? Items(await form.ChampionsAsync(cancellationToken)) : [];
        var owner = Offered(Champion, Champions) is { } champion ? new ChampionId(champion) : (ChampionId?)null;
        IsFiltered = Shown != FollowUpState.Open || owner is not null;
        FollowUps = await queries.ListAsync(Shown, owner, Actor, Number, cancellationToken);
        return FollowUps.Exists ? Page() : ToFirstPage();
    }
}
