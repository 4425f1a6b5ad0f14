using Champions.Application.Time;

namespace Champions.Application.Help;

/// <summary>What a person looks for.</summary>
/// <param name="From">First day, UK; not before today.</param>
/// <param name="Ward">Only times on this ward.</param>
/// <param name="System">Only champions who know this system.</param>
public sealed record HelpSearch(DateOnly From, WardId? Ward, DigitalSystemId? System);

/// <summary>Seven days of free times.</summary>
/// <param name="Days">Every day, empty ones too.</param>
/// <param name="NextFree">When all days are empty: the first day after them with a time.</param>
public sealed record HelpWeek(IReadOnlyList<HelpDay> Days, DateOnly? NextFree)
{
    public bool IsEmpty => Days.All(d => d.Times.Count == 0);
}

/// <summary>The free times of one day.</summary>
/// <param name="Day">UK day.</param>
/// <param name="Times">By time, nearer ones first where they start together.</param>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record HelpDay(DateOnly Day, IReadOnlyList<HelpTime> Times, bool HasMore)
{
    internal static HelpDay Of(DateOnly day, IEnumerable<HelpTime> times, bool hasMore) => new(
        day,
        [.. times.Where(t => UkCalendar.DateOf(t.StartsAt) == day).OrderBy(t => t.StartsAt).ThenBy(t => t.Nearness).ThenBy(t => t.Champion, StringComparer.OrdinalIgnoreCase)],
        hasMore);
}

/// <summary>One page of one day.</summary>
public sealed record HelpDayPage(HelpDay Day, int Total);
