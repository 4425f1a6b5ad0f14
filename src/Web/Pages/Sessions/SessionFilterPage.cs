using Champions.Application.SupportSessions;
using Champions.Domain;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Sessions;

/// <summary>
/// The filter of sessions as it stands in the address, the same for the list and its export. An id that cannot be read matches nothing,
/// like one that does not exist.
/// </summary>
public abstract class SessionFilterPage : ChampionsPage
{
    [FromQuery(Name = "champion")]
    public string? Champion { get; set; }

    [FromQuery(Name = "ward")]
    public string? Ward { get; set; }

    [FromQuery(Name = "system")]
    public string? System { get; set; }

    [FromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    public SessionFilter Filter => new(
        Id(Champion) is { } champion ? new ChampionId(champion) : null,
        Id(Ward) is { } ward ? new WardId(ward) : null,
        Id(System) is { } system ? new DigitalSystemId(system) : null,
        Enum.TryParse<SessionOutcome>(Outcome, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
        From,
        To);

    public bool IsFiltered => Filter != SessionFilter.Everything;

    /// <summary>The same filter for the file.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString("/sessions/export.csv", new Dictionary<string, string?>
    {
        ["champion"] = Champion,
        ["ward"] = Ward,
        ["system"] = System,
        ["outcome"] = Outcome,
        ["from"] = From?.ToString("yyyy-MM-dd"),
        ["to"] = To?.ToString("yyyy-MM-dd"),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>Dates that can be read, in their order.</summary>
    protected bool ReadsWell()
    {
        if (To < From)
        {
            ModelState.AddModelError("to", "The last day must be the same as or after the first day.");
        }

        return ModelState.IsValid;
    }

    private static Guid? Id(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Guid.TryParse(typed, out var id) ? id : Guid.Empty;
}
