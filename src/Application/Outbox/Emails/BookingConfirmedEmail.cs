namespace Champions.Application.Outbox.Emails;

internal static class BookingConfirmedEmail
{
    public static EmailContent Of(BookingData booking) => new(
        $"Digital help booked for {booking.Short()}",
        booking.Trust,
        [booking.ToChampion ? $"{booking.Booker} has booked your help." : "Your digital help is booked."],
        booking.Facts(),
        booking.Link("Change or cancel this booking"),
        booking.ToChampion
            ? [CalendarNote, "Thank you for giving your time."]
            : [CalendarNote, "If you cannot come, cancel it, so that somebody else can have the time."],
        booking.Invite(isCancelled: false));

    internal const string CalendarNote = "The calendar file with this email puts it in your calendar.";
}
