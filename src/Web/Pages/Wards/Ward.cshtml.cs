using Champions.Application.Coverage;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Wards;

/// <summary>A ward with its people, its bookings to come and its last sessions.</summary>
public sealed class WardModel(WardDetailQueries queries) : ChampionsPage
{
    public WardDetails Details { get; private set; } = null!;

    public WardHeading Ward => Details.Ward;

    public bool IsCoordinator => Actor.IsCoordinator;

    /// <summary>The list as the reader left it, filters and all, when they come from there.</summary>
    public string BackHref =>
        Request.GetTypedHeaders().Referer is { IsAbsoluteUri: true, AbsolutePath: "/wards" } list && list.Authority == Request.Host.Value ? list.PathAndQuery : "/wards";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(new WardId(id), Actor, cancellationToken) is not { } details)
        {
            return NotFound();
        }

        Details = details;
        return Page();
    }

    /// <summary>People of one of the tables, with what may be done to them.</summary>
    public WardPeople People(IEnumerable<WardPerson> people, string caption) => new(
        caption, [.. people], Details.Today, Ward.Id, IsCoordinator, Actor.ChampionId?.Value);

    /// <summary>Coordinators may open every session and booking of the trust, champions their own.</summary>
    public bool MayOpen(ChampionId champion) => IsCoordinator || Actor.ChampionId == champion;

    public static string When(DateTimeOffset startsAt, int minutes)
    {
        var (day, time) = UkCalendar.ToUk(startsAt);
        return $"{UkFormat.DayAndMonth(day)}, {UkFormat.Range(time, time.AddMinutes(minutes))}";
    }
}

/// <param name="Caption">What the table holds.</param>
/// <param name="Rows">The people.</param>
/// <param name="Today">Day on which they were read.</param>
/// <param name="Ward">Their ward.</param>
/// <param name="IsCoordinator">May open everybody's page and end assignments.</param>
/// <param name="Own">The reader as a champion; may open this page only.</param>
public sealed record WardPeople(
    string Caption, IReadOnlyList<WardPerson> Rows, DateOnly Today, Guid Ward, bool IsCoordinator, Guid? Own)
{
    public bool MayEnd(WardPerson person) => IsCoordinator && IsOpen(person);

    /// <summary>The last day of one that stands or is to come; null for no end, and for what is over.</summary>
    public DateOnly? LastDayToCome(WardPerson person) => IsOpen(person) ? person.Until : null;

    private bool IsOpen(WardPerson person) => person.Stands(Today) is AssignmentStand.Current or AssignmentStand.ToCome;
}
