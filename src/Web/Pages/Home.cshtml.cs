using Champions.Application.Abstractions;
using Champions.Application.Home;
using Champions.Application.Time;
using Champions.Web.Nhs;

namespace Champions.Web.Pages;

/// <summary>The home of every role: what to do next comes first. Somebody with two roles sees both parts.</summary>
public sealed class HomeModel(HomeQueries queries, TimeProvider clock) : ChampionsPage
{
    public CoordinatorHome? Coordinator { get; private set; }

    public ChampionHome? Champion { get; private set; }

    /// <summary>The reader as a champion.</summary>
    public Guid? ChampionId => Actor.ChampionId?.Value;

    public NextBooking? Next { get; private set; }

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    /// <summary>Everybody who works in a trust may book help.</summary>
    public bool MayBook => Actor.TrustId != default;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = UkCalendar.DateOf(clock.GetUtcNow());
        if (Actor.IsCoordinator)
        {
            Coordinator = await queries.CoordinatorAsync(cancellationToken);
        }

        if (Actor.ChampionId is { } champion)
        {
            Champion = await queries.ChampionAsync(champion, cancellationToken);
        }

        if (MayBook && Coordinator is null)
        {
            Next = await queries.NextBookingAsync(Actor.PersonId, cancellationToken);
        }
    }

    /// <summary>Rows with something to do, in the order of their weight.</summary>
    public IEnumerable<(string Words, string Address)> Attention()
    {
        var counts = Coordinator!.Attention;
        if (counts.WardsWithNobody > 0)
        {
            yield return ($"{UkFormat.Count(counts.WardsWithNobody, "ward has", "wards have")} no digital champion", "/wards?cover=none");
        }

        if (counts.FollowUpsOverdue > 0)
        {
            yield return ($"{UkFormat.Count(counts.FollowUpsOverdue, "follow-up is", "follow-ups are")} overdue", "/follow-ups?state=overdue");
        }

        if (counts.BookingsNotLogged > 0)
        {
            yield return ($"{UkFormat.Count(counts.BookingsNotLogged, "booking has", "bookings have")} not been logged", "/bookings?status=not-logged");
        }

        if (counts.EmailsFailed > 0)
        {
            yield return ($"{UkFormat.Count(counts.EmailsFailed, "email")} could not be delivered", "/admin/email?state=failed");
        }
    }

    public IEnumerable<(int Number, string Words, string Address)> Cards()
    {
        var figures = Coordinator!.Figures;
        var month = Today.AddDays(1 - HomeQueries.FigureDays);
        yield return (figures.Sessions, $"sessions in the last {HomeQueries.FigureDays} days", $"/sessions?from={month:yyyy-MM-dd}");
        yield return (figures.PeopleHelped, $"people helped in the last {HomeQueries.FigureDays} days", $"/sessions?from={month:yyyy-MM-dd}");
        yield return (figures.ActiveChampions, $"champions active in the last {HomeQueries.ActiveDays} days", "/champions?activity=active");
        yield return (figures.BookingsToCome, $"bookings in the next {HomeQueries.ComingDays} days", "/bookings?status=to-come");
    }

    public IReadOnlyList<ColumnChartPoint> Weeks() =>
        [.. Coordinator!.Weeks.Select(w => new ColumnChartPoint(UkFormat.DayAndShortMonth(w.Monday), w.Sessions, $"{w.Monday:d MMMM yyyy}"))];

    /// <summary>One sentence that says what the chart shows: the last whole week against the one before.</summary>
    public string ChartSentence()
    {
        var weeks = Coordinator!.Weeks;
        var (last, before) = (weeks[^2].Sessions, weeks[^3].Sessions);
        var compared = (last - before) switch
        {
            0 => "as many as the week before",
            > 0 => $"{last - before} more than the week before",
            _ => $"{before - last} fewer than the week before",
        };
        return $"{UkFormat.Count(last, "session")} last week, {compared}.";
    }

    public static string Words(DateTimeOffset startsAt, int minutes)
    {
        var (_, time) = UkCalendar.ToUk(startsAt);
        return UkFormat.Range(time, time.AddMinutes(minutes));
    }

    public static string Day(DateTimeOffset startsAt) => UkFormat.Date(UkCalendar.DateOf(startsAt));
}
