using System.ComponentModel.DataAnnotations;
using Champions.Application.Coverage;
using Champions.Application.Time;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Wards;

/// <summary>Gives an assignment its last day in two steps: the day, then what it means for the ward.</summary>
public sealed class EndAssignmentModel(AssignmentQueries assignments, EndAssignmentHandler handler, TimeProvider clock) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public Form Input { get; set; } = new();

    public AssignmentDetails Assignment { get; private set; } = null!;

    public DateOnly Today { get; } = UkCalendar.DateOf(clock.GetUtcNow());

    /// <summary>What ends and what the ward has then; set in the second step.</summary>
    public IReadOnlyList<string>? Consequences { get; private set; }

    public bool HasEnded => Assignment.Stands(Today) is AssignmentStand.Past or AssignmentStand.CalledOff;

    public string Address => $"/wards/{Assignment.WardId}/assignments/{Assignment.Id}/end";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid assignmentId, CancellationToken cancellationToken)
    {
        if (await assignments.FindAsync(new WardId(id), new WardAssignmentId(assignmentId), cancellationToken) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        if (HasEnded || !Request.Query.Keys.Any(key => key.StartsWith("Input.LastDay", StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.Clear();
            Input.LastDay = Assignment.Until ?? Today;
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (await assignments.CheckAsync(Command(), cancellationToken) is { } error)
        {
            return RefuseDay(error);
        }

        Consequences = await SayAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid assignmentId, CancellationToken cancellationToken)
    {
        if (await assignments.FindAsync(new WardId(id), new WardAssignmentId(assignmentId), cancellationToken) is not { } assignment)
        {
            return NotFound();
        }

        Assignment = assignment;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var result = await handler.HandleAsync(Command(), Actor, cancellationToken);
        if (!result.IsSuccess)
        {
            return RefuseDay(result.Error);
        }

        return result.Value == Assignment.Until
            ? SeeOtherUnchanged($"/wards/{id}", AssignmentWords.EndedAlready(Assignment, result.Value))
            : SeeOther($"/wards/{id}", string.Join(' ', await SayAsync(cancellationToken)));
    }

    private EndAssignment Command() => new(new WardId(Assignment.WardId), new WardAssignmentId(Assignment.Id), Input.LastDay!.Value);

    private IActionResult RefuseDay(Error error) => Refuse(error, error.Kind == ErrorKind.Invalid ? "Input.LastDay" : "");

    private async Task<IReadOnlyList<string>> SayAsync(CancellationToken cancellationToken)
    {
        var lastDay = Input.LastDay!.Value;
        var callsOff = lastDay < Assignment.From;
        var cover = await assignments.CoverWithoutAsync(
            new WardId(Assignment.WardId),
            new WardAssignmentId(Assignment.Id),
            callsOff ? Assignment.From : lastDay.AddDays(1),
            cancellationToken);
        return [AssignmentWords.End(Assignment, lastDay), CoverWords.After(Assignment.Ward, cover)];
    }

    public sealed class Form
    {
        [Display(Name = "Last day")]
        [Required(ErrorMessage = "Enter the last day, for example 27 3 2026")]
        public DateOnly? LastDay { get; set; }
    }
}
