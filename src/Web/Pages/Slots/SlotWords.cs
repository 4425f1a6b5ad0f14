using Champions.Application.Time;

namespace Champions.Web.Pages.Slots;

/// <summary>When a time is, by the UK clock.</summary>
public static class SlotWords
{
    /// <summary>"Tuesday 1 December 2026".</summary>
    public static string Day(DateTimeOffset startsAt) => UkFormat.Date(UkCalendar.DateOf(startsAt));

    /// <summary>"2:15pm to 2:45pm"; the end is what the clock shows then, also on the night it changes.</summary>
    public static string Times(DateTimeOffset startsAt, int minutes) =>
        UkFormat.Range(UkCalendar.ToUk(startsAt).Time, UkCalendar.ToUk(startsAt.AddMinutes(minutes)).Time);
}
