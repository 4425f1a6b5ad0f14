using Champions.Application.SupportSessions;
using Champions.Application.Wording;
using Champions.Domain;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Sessions;

/// <summary>The filter of sessions as it stands in the address, the same for the list and for its file.</summary>
public abstract class SessionFilterPage(SessionFormQueries form) : ListPage
{
    private SessionChoices choices = SessionChoices.None;

    [BindProperty(SupportsGet = true)]
    public string? Champion { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ward { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? System { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public SessionFilter Filter { get; private set; } = SessionFilter.Everything;

    public bool IsFiltered => Filter != SessionFilter.Everything;

    public IReadOnlyList<SelectListItem> Champions => Items(choices.Champions);

    public IReadOnlyList<SelectListItem> Wards => [.. choices.Wards.Select(w => new SelectListItem(w.Name + (w.IsClosed ? ", closed" : ""), w.Id.ToString()))];

    public IReadOnlyList<SelectListItem> Systems => Items(choices.Systems);

    public static IReadOnlyList<SelectListItem> Outcomes { get; } =
        [.. Enum.GetValues<SessionOutcome>().Select(o => new SelectListItem(SessionOutcomeWords.Of(o), o.ToString()))];

    /// <summary>The same filter for the file.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString("/sessions/export.csv", new Dictionary<string, string?>
    {
        ["champion"] = Filter.Champion?.Value.ToString(),
        ["ward"] = Filter.Ward?.Value.ToString(),
        ["system"] = Filter.System?.Value.ToString(),
        ["outcome"] = Filter.Outcome?.ToString(),
        ["from"] = Filter.From?.ToString("yyyy-MM-dd"),
        ["to"] = Filter.Until?.ToString("yyyy-MM-dd"),
    }.Where(pair => pair.Value is not null));

    protected override string UsualSort => "day";

    /// <summary>False when a day cannot be read, or the last one comes before the first.</summary>
    protected async Task<bool> ReadFilterAsync(CancellationToken cancellationToken)
    {
        choices = await form.ToFilterAsync(Actor, cancellationToken);
        if (To < From)
        {
            ModelState.AddModelError(nameof(To), "The last day must be the same as or after the first day.");
        }

        Filter = new SessionFilter(
            Offered(Champion, Champions) is { } champion ? new ChampionId(champion) : null,
            Offered(Ward, Wards) is { } ward ? new WardId(ward) : null,
            Offered(System, Systems) is { } system ? new DigitalSystemId(system) : null,
            Named<SessionOutcome>(Outcome),
            From,
            To);
        return ModelState.IsValid;
    }
}
