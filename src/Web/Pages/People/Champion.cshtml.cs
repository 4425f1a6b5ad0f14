using Champions.Application.People;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.People;

/// <summary>One champion: who they are, what they know, what they did and what is to come.</summary>
public sealed class ChampionModel(ChampionDetailQueries queries) : ChampionsPage
{
    public ChampionDetails Details { get; private set; } = null!;

    public bool IsCoordinator => Actor.IsCoordinator;

    /// <summary>The reader is this champion.</summary>
    public bool IsOwn => Actor.ChampionId?.Value == Details.Champion.Id;

    /// <summary>For a list that a coordinator sees of everybody and a champion of themself.</summary>
    public string Filter => IsCoordinator ? $"?champion={Details.Champion.Id}" : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.FindAsync(new ChampionId(id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Details = found.Value;
        return Page();
    }

    public static string When(DateTimeOffset startsAt, int minutes)
    {
        var (day, time) = UkCalendar.ToUk(startsAt);
        return $"{UkFormat.DayAndMonth(day)}, {UkFormat.Range(time, time.AddMinutes(minutes))}";
    }
}
