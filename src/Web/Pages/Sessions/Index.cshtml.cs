using Champions.Application.SupportSessions;
using Champions.Application.Wording;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Sessions;

/// <summary>Sessions of the trust, or a champion's own, with their totals.</summary>
public sealed class IndexModel(SessionQueries queries, SessionFormQueries form) : SessionFilterPage
{
    private SessionChoices choices = new([], [], [], []);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public SessionList Found { get; private set; } = new([], 0, 0, 1);

    public bool ShowsChampions => Actor.IsCoordinator;

    public IEnumerable<SelectListItem> Champions => choices.Champions.Select(c => new SelectListItem(c.Name, c.Id.Value.ToString()));

    public IEnumerable<SelectListItem> Wards =>
        choices.Wards.Select(w => new SelectListItem(WardWords.Of(w, choices.Wards), w.Id.Value.ToString()));

    public IEnumerable<SelectListItem> Systems => choices.Systems.Select(s => new SelectListItem(s.Name, s.Id.Value.ToString()));

    public IEnumerable<SelectListItem> Outcomes =>
        Enum.GetValues<SessionOutcome>().Select(o => new SelectListItem(SessionOutcomeWords.Of(o), o.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ModelState.GetFieldValidationState(nameof(P)) == ModelValidationState.Invalid)
        {
            return Redirect(ListAddress.FirstPage(Request));
        }

        choices = await form.ChoicesAsync(Actor, cancellationToken);
        if (!ReadsWell())
        {
            return Again();
        }

        Found = await queries.ListAsync(Filter, Actor, P, cancellationToken);
        return P < 1 || P > Found.PageCount ? Redirect(ListAddress.FirstPage(Request)) : Page();
    }
}
