using Champions.Application.FollowUps;
using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.FollowUps;

/// <summary>Promises to keep, oldest first.</summary>
public sealed class IndexModel(FollowUpQueries queries, SessionFormQueries form, TimeProvider clock) : ChampionsPage
{
    [FromQuery(Name = "state")]
    public string? StateInAddress { get; set; }

    [FromQuery(Name = "champion")]
    public string? Champion { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public FollowUpList Found { get; private set; } = new([], 0, 1);

    public FollowUpState State => Enum.TryParse<FollowUpState>(StateInAddress, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : FollowUpState.Open;

    public DateOnly Today => UkCalendar.DateOf(clock.GetUtcNow());

    public bool ShowsOwners => Actor.IsCoordinator;

    public bool IsFiltered => State != FollowUpState.Open || (ShowsOwners && !string.IsNullOrWhiteSpace(Champion));

    public IEnumerable<SelectListItem> Champions { get; private set; } = [];

    public static IEnumerable<SelectListItem> States =>
    [
        new("Open", "open"),
        new("Overdue", "overdue"),
        new("Done", "done"),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ModelState.GetFieldValidationState(nameof(P)) == ModelValidationState.Invalid)
        {
            return Redirect(ListAddress.FirstPage(Request));
        }

        if (ShowsOwners)
        {
            Champions = (await form.ChampionsAsync(cancellationToken)).Select(c => new SelectListItem(c.Name, c.Id.Value.ToString()));
        }

        Found = await queries.ListAsync(State, Owner(), Actor, P, cancellationToken);
        return P < 1 || P > Found.PageCount ? Redirect(ListAddress.FirstPage(Request)) : Page();
    }

    /// <summary>An id that cannot be read matches nothing, like one that does not exist.</summary>
    private ChampionId? Owner() => string.IsNullOrWhiteSpace(Champion) ? null
        : Guid.TryParse(Champion, out var id) ? new ChampionId(id)
        : default(ChampionId);
}
