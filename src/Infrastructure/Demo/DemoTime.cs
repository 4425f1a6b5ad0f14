using Champions.Application.Time;

namespace Champions.Infrastructure.Demo;

/// <summary>The span the demo tells of, seen from the instant it is made.</summary>
internal sealed class DemoTime(DateTimeOffset now)
{
    public const int WeeksPast = 8;
    public const int WeeksToCome = 2;

    public DateTimeOffset Now => now;

    public DateOnly Today { get; } = UkCalendar.DateOf(now);

    public DateOnly FirstDay => Today.AddDays(-7 * WeeksPast);

    public DateOnly LastDay => Today.AddDays(7 * WeeksToCome);

    /// <summary>Before the first day, when trusts, people and wards were entered.</summary>
    public DateTimeOffset SetUp => UkCalendar.At(FirstDay.AddDays(-14), new TimeOnly(9, 0));

    /// <summary>Working days from the first to the last.</summary>
    public IEnumerable<DateOnly> WorkingDays =>
        Enumerable.Range(0, 1 + (7 * (WeeksPast + WeeksToCome))).Select(FirstDay.AddDays).Where(UkCalendar.IsWorkingDay);

    public static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
