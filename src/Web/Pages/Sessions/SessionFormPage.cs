using Champions.Application.Lists;
using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Web.Pages.Sessions;

/// <summary>The form that logs a session and changes one.</summary>
public abstract class SessionFormPage(SessionFormQueries queries, TimeProvider clock) : ChampionsPage
{
    private const string Prefix = nameof(Input) + ".";

    [BindProperty]
    public SessionForm Input { get; set; } = new();

    /// <summary>Set when there is nothing to fill in: what happened, and where to go on.</summary>
    public SessionStop? Stop { get; private set; }

    /// <summary>A coordinator says for whom they log.</summary>
    public bool AsksForChampion { get; protected set; }

    /// <summary>False when the session has its follow-up already.</summary>
    public bool AsksForFollowUp { get; protected set; } = true;

    /// <summary>A session is logged for today unless another day is given; one that is changed keeps its day.</summary>
    public abstract bool DayMayBeEmpty { get; }

    public DateOnly Today => UkCalendar.DateOf(Now);

    public IEnumerable<SelectListItem> Champions => Items(Choices.Champions);

    /// <summary>Open ones, and the one where the session was if that has closed since.</summary>
    public IEnumerable<SelectListItem> Wards => Choices.Wards.Where(w => !w.IsClosed || w.Id == Input.Ward)
        .Select(w => new SelectListItem(w.Name, w.Id.ToString()));

    public IEnumerable<SelectListItem> Systems => Items(Choices.Systems);

    public IEnumerable<SelectListItem> Topics => Items(Choices.Topics);

    public IEnumerable<SelectListItem> Modes => Enum.GetValues<SupportMode>().Select(m => new SelectListItem(SupportModeWords.Of(m), m.ToString()));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SupportKind>().Select(k => new SelectListItem(SupportKindWords.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> Doers => Enum.GetValues<DoneBy>().Select(d => new SelectListItem(DoneByWords.Of(d), d.ToString()));

    public IEnumerable<SelectListItem> Barriers => Enum.GetValues<Barrier>().Select(b => new SelectListItem(BarrierWords.Of(b), b.ToString()));

    /// <summary>A folded part opens when something in it needs to be seen.</summary>
    public bool HasError(params string[] fields) => fields.Any(field => ModelState.Any(entry =>
        entry.Key.StartsWith(Prefix + field, StringComparison.Ordinal) && entry.Value?.Errors.Count > 0));

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected SessionChoices Choices { get; private set; } = SessionChoices.None;

    protected async Task LoadChoicesAsync(CancellationToken cancellationToken) => Choices = await queries.ToLogAsync(Actor, cancellationToken);

    /// <summary>Checks the shape; what cannot be read gets its words.</summary>
    private protected SessionFormReader? Read()
    {
        if (!AsksForFollowUp || Input.Outcome != SessionOutcome.NeedsFollowUp)
        {
            // Not asked, so what half a date stands there does not matter
            ModelState.Remove(Prefix + nameof(Input.FollowUpDue));
        }

        var reader = new SessionFormReader(Input);
        foreach (var (field, words) in reader.Problems(AsksForFollowUp))
        {
            // A date that could not be read has its words already
            if (ModelState.GetFieldValidationState(Prefix + field) != ModelValidationState.Invalid)
            {
                ModelState.AddModelError(Prefix + field, words);
            }
        }

        if (Input.Day is null && !DayMayBeEmpty && !HasError(nameof(Input.Day)))
        {
            ModelState.AddModelError(Prefix + nameof(Input.Day), "Enter the day of the session, for example 27 3 2026.");
        }

        if (ModelState.IsValid)
        {
            return reader;
        }

        foreach (var (field, words) in reader.DayProblems(Today, AsksForFollowUp, isNew: DayMayBeEmpty))
        {
            ModelState.AddModelError(Prefix + field, words);
        }

        return null;
    }

    protected IActionResult RefuseForm(Error error) => Refuse(error, SessionFormReader.FieldOf(error) is { } field ? Prefix + field : "");

    private static IEnumerable<SelectListItem> Items(IEnumerable<Choice> choices) => choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()));

    /// <summary>In place of the form: what happened and where to go on, as 409.</summary>
    protected IActionResult StopWith(SessionStop stop)
    {
        Stop = stop;
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }
}

/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Href">Where to go on.</param>
/// <param name="Link">Words of that link.</param>
public sealed record SessionStop(string Heading, string Words, string Href, string Link);
