using Champions.Application.Time;

namespace Champions.Application.Reminders;

/// <summary>
/// When the owner is reminded of an open follow-up: on its day at 8am, again three working days later, and from then on once a week. All at
/// 8am by the clock on the wall, on either side of a clock change.
/// </summary>
internal static class FollowUpReminderRule
{
    public const int WorkingDaysUntilOverdue = 3;
    private const int DaysBetween = 7;

    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>What has come due up to an instant, oldest first.</summary>
    /// <param name="dueOn">UK day of the follow-up.</param>
    /// <param name="after">Those up to here are done with: already planned, or before the follow-up was opened.</param>
    /// <param name="now">Those later than this wait.</param>
    public static IEnumerable<FollowUpReminder> Due(DateOnly dueOn, DateTimeOffset after, DateTimeOffset now) =>
        All(dueOn).SkipWhile(r => r.DueAt <= after).TakeWhile(r => r.DueAt <= now);

    private static IEnumerable<FollowUpReminder> All(DateOnly dueOn)
    {
        var overdue = UkCalendar.AddWorkingDays(dueOn, WorkingDaysUntilOverdue);
        yield return Of(ReminderReason.FollowUpDue, dueOn, overdue);
        for (var day = overdue; ; day = day.AddDays(DaysBetween))
        {
            yield return Of(ReminderReason.FollowUpOverdue, day, day.AddDays(DaysBetween));
        }
    }

    /// <summary>It stays of use for a day longer than until the next one, so that the next one replaces it instead of finding it failed.</summary>
    private static FollowUpReminder Of(ReminderReason reason, DateOnly day, DateOnly next) =>
        new(reason, day, UkCalendar.At(day, Morning), UkCalendar.At(next.AddDays(1), Morning));
}

/// <param name="Reason">Which email.</param>
/// <param name="Day">UK day of the reminder.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="UsefulUntil">Not after.</param>
internal sealed record FollowUpReminder(ReminderReason Reason, DateOnly Day, DateTimeOffset DueAt, DateTimeOffset UsefulUntil);
