using Champions.Application.Time;

namespace Champions.Application.Outbox.Emails;

/// <summary>
/// The reminder of the day before and the one of the same day. It says the word for the day it leaves on, so that one that was held up
/// does not call today tomorrow.
/// </summary>
internal static class BookingReminderEmail
{
    public static EmailContent Of(BookingData booking, DateTimeOffset now)
    {
        var days = UkCalendar.DateOf(booking.StartsAt).DayNumber - UkCalendar.DateOf(now).DayNumber;
        var word = days switch { 0 => "today", 1 => "tomorrow", _ => null };
        return new EmailContent(
            word is null ? $"Digital help on {booking.Short()}" : $"Digital help {word}: {booking.Short()}",
            booking.Trust,
            [booking.ToChampion ? $"You help {booking.Booker} {word ?? "soon"}." : $"Your digital help is {word ?? "soon"}."],
            booking.Facts(),
            booking.Link("Change or cancel this booking"),
            booking.ToChampion
                ? ["Thank you for giving your time."]
                : ["If you cannot come, cancel it now, so that somebody else can have the time."]);
    }
}
