namespace Champions.Application.Reminders;

/// <summary>
/// When people are reminded of a booking: 24 hours before it starts, or 2 hours before when it was made or moved later than that. One made later
/// still gets none, for its confirmation is the reminder.
/// </summary>
internal static class BookingReminderRule
{
    public static readonly TimeSpan DayBefore = TimeSpan.FromHours(24);
    public static readonly TimeSpan HoursBefore = TimeSpan.FromHours(2);

    /// <param name="startsAt">Start of the appointment.</param>
    /// <param name="knownSince">When this time was booked or moved to.</param>
    /// <returns>Null when there is none.</returns>
    public static BookingReminder? For(DateTimeOffset startsAt, DateTimeOffset knownSince)
    {
        if (knownSince <= startsAt - DayBefore)
        {
            return new BookingReminder(ReminderReason.BookingTomorrow, startsAt - DayBefore);
        }

        return knownSince <= startsAt - HoursBefore ? new BookingReminder(ReminderReason.BookingToday, startsAt - HoursBefore) : null;
    }
}

/// <param name="Reason">Which email.</param>
/// <param name="DueAt">Not before.</param>
internal sealed record BookingReminder(ReminderReason Reason, DateTimeOffset DueAt);
