using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>When something is, from its instants, as a clock on a ward wall shows it.</summary>
public static class WhenWords
{
    /// <summary>"2:15pm to 2:45pm".</summary>
    public static string Range(DateTimeOffset startsAt, int minutes) =>
        UkFormat.Range(UkCalendar.ToUk(startsAt).Time, UkCalendar.ToUk(startsAt.AddMinutes(minutes)).Time);

    /// <summary>"Tuesday 1 December 2026".</summary>
    public static string Day(DateTimeOffset startsAt) => UkFormat.Date(UkCalendar.DateOf(startsAt));

    /// <summary>"Tuesday 1 December 2026, 2:15pm to 2:45pm".</summary>
    public static string DayAndRange(DateTimeOffset startsAt, int minutes) => $"{Day(startsAt)}, {Range(startsAt, minutes)}";

    /// <summary>"1 Dec 2026", for tables.</summary>
    public static string ShortDay(DateTimeOffset startsAt) => UkFormat.ShortDate(UkCalendar.DateOf(startsAt));

    /// <summary>"Tuesday 1 December, 2:15pm", where the year is plain.</summary>
    public static string Short(DateTimeOffset startsAt)
    {
        var (day, time) = UkCalendar.ToUk(startsAt);
        return $"{UkFormat.DayAndMonth(day)}, {UkFormat.Time(time)}";
    }

    /// <summary>"1 Dec 2026, 2:15pm", for tables.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return $"{UkFormat.ShortDate(day)}, {UkFormat.Time(time)}";
    }
}
