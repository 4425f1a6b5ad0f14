using System.ComponentModel.DataAnnotations;
using Champions.Application.FollowUps;
using Champions.Application.Time;
using Champions.Application.Wording;
using Champions.Domain;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.FollowUps;

/// <summary>Closes a follow-up; one that is closed says how.</summary>
public sealed class DoneModel(FollowUpQueries queries, CompleteFollowUpHandler handler, TimeProvider clock) : ChampionsPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public FollowUpDetails FollowUp { get; private set; } = null!;

    public bool IsOpen => FollowUp.Status == FollowUpStatus.Open;

    public string State => FollowUpStatusWords.Of(FollowUp.Status, FollowUp.DueOn, UkCalendar.DateOf(clock.GetUtcNow()));

    public bool IsOverdue => IsOpen && FollowUp.DueOn < UkCalendar.DateOf(clock.GetUtcNow());

    public static IEnumerable<SelectListItem> Outcomes => Enum.GetValues<SessionOutcome>().Where(o => o != SessionOutcome.NeedsFollowUp)
        .Select(o => new SelectListItem(SessionOutcomeWords.Of(o), o.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var closed = await handler.HandleAsync(new CompleteFollowUp(new FollowUpId(Id), Input.Outcome, Input.Note), Actor, cancellationToken);
        if (closed.IsSuccess)
        {
            return SeeOther("/follow-ups", $"Follow-up done: {FollowUp.What}");
        }

        // It may have been closed since it was read above: the page then says how
        return await LoadAsync(cancellationToken) ?? Refuse(closed.Error, FieldOf(closed.Error.Code));
    }

    private static string FieldOf(string code) =>
        code == FollowUpErrors.OutcomeNeeded.Code ? "Input.Outcome" : code == FollowUpErrors.NotOpen.Code ? "" : "Input.Note";

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await queries.FindAsync(new FollowUpId(Id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        FollowUp = found.Value;
        return null;
    }

    public sealed class Form
    {
        [Display(Name = "What came of it")]
        [Required(ErrorMessage = "Choose what came of it.")]
        public SessionOutcome? Outcome { get; set; }

        public string? Note { get; set; }
    }
}
