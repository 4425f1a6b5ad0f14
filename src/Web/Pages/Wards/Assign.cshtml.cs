using System.ComponentModel.DataAnnotations;
using Champions.Application.Coverage;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Application.Wording;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Wards;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Wards;

/// <summary>
/// Puts a champion on a ward in two steps: days and champion, then "Check your answers". The answers so far stand in the address.
/// </summary>
public sealed class AssignModel(
    WardDetailQueries wards, SuggestionQueries suggestions, AssignmentQueries assignments, AssignChampionHandler handler, TimeProvider clock)
    : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public Form Input { get; set; } = new();

    public WardHeading Ward { get; private set; } = null!;

    /// <summary>Set in the first step.</summary>
    public Suggestions? Suggested { get; private set; }

    /// <summary>Set in place of either step when the champion looks after the ward on some of these days.</summary>
    public AssignmentDetails? Already { get; private set; }

    /// <summary>Name of the chosen champion; set in the second step.</summary>
    public string? Chosen { get; private set; }

    public DateOnly Today { get; } = UkCalendar.DateOf(clock.GetUtcNow());

    /// <summary>The first step, with the answers so far.</summary>
    public string ChangeHref => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"/wards/{Ward.Id}/assign?Input.From={Input.From:yyyy-MM-dd}&Input.Until={Input.Until:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await wards.HeadingAsync(new WardId(id), cancellationToken) is not { } ward)
        {
            return NotFound();
        }

        Ward = ward;
        if (!Request.Query.Keys.Any(key => key.StartsWith("Input.From", StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.Clear();
            Input.From = Today;
        }

        if (ward.ClosedOn is not null)
        {
            return Refuse(WardErrors.Closed);
        }

        if (!ModelState.IsValid || Input.Champion is null)
        {
            return await ChooseAsync(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, cancellationToken);
        }

        var check = await assignments.CheckAsync(Command(), cancellationToken);
        if (!check.IsSuccess)
        {
            return await RefuseAsync(check.Error, cancellationToken);
        }

        Chosen = check.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await wards.HeadingAsync(new WardId(id), cancellationToken) is not { } ward)
        {
            return NotFound();
        }

        Ward = ward;
        if (Input.Champion is null)
        {
            ModelState.AddModelError("", "Choose a champion");
        }

        if (!ModelState.IsValid)
        {
            return await ChooseAsync(StatusCodes.Status400BadRequest, cancellationToken);
        }

        var result = await handler.HandleAsync(Command(), Actor, cancellationToken);
        if (!result.IsSuccess)
        {
            return await RefuseAsync(result.Error, cancellationToken);
        }

        var made = (await assignments.FindAsync(new WardId(id), result.Value, cancellationToken))!;
        return SeeOther(
            $"/wards/{id}",
            $"{made.Champion} looks after {made.Ward} {AssignmentWords.InSentence(made.From, made.Until)}. They will get an email.");
    }

    private AssignChampion Command() => new(new WardId(Ward.Id), new ChampionId(Input.Champion!.Value), Input.From!.Value, Input.Until);

    /// <summary>The first step with the reason why it is shown again. Nobody is offered for a ward that has closed.</summary>
    private async Task<IActionResult> RefuseAsync(Error error, CancellationToken cancellationToken)
    {
        if (error == ChampionErrors.AlreadyAssigned
            && await assignments.InTheWayOfAsync(Command(), cancellationToken) is { } already)
        {
            Already = already;
            return Again(StatusCodes.Status409Conflict);
        }

        if (error != WardErrors.Closed && error.Kind is not (ErrorKind.NotFound or ErrorKind.Forbidden))
        {
            await ChooseAsync(StatusCodes.Status200OK, cancellationToken);
        }

        return Refuse(error, FieldOf(error));
    }

    private async Task<IActionResult> ChooseAsync(int status, CancellationToken cancellationToken)
    {
        var from = Input.From ?? Today;
        Suggested = await suggestions.ForAsync(
            new WardId(Ward.Id), new SiteId(Ward.SiteId), from, Input.Until < from ? from : Input.Until, Input.Search, cancellationToken);
        return Again(status);
    }

    private static string FieldOf(Error error)
    {
        if (error == ChampionErrors.FromTooEarly || error == ChampionErrors.FromTooLate)
        {
            return "Input.From";
        }

        return error == ChampionErrors.UntilBeforeFrom || error == ChampionErrors.UntilTooLate ? "Input.Until" : "";
    }

    public sealed class Form
    {
        [Display(Name = "First day")]
        [Required(ErrorMessage = "Enter the first day, for example 27 3 2026")]
        public DateOnly? From { get; set; }

        [Display(Name = "Last day")]
        public DateOnly? Until { get; set; }

        [StringLength(SearchWord.MaxLength, ErrorMessage = "Enter a name of up to 80 characters")]
        public string? Search { get; set; }

        [Display(Name = "Champion")]
        public Guid? Champion { get; set; }
    }
}
