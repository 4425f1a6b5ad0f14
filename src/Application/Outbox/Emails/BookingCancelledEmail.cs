namespace Champions.Application.Outbox.Emails;

internal static class BookingCancelledEmail
{
    private const string CalendarNote = "The calendar file with this email takes it out of your calendar.";

    public static EmailContent Of(BookingData booking) => new(
        $"Digital help cancelled: {booking.Short()}",
        booking.Trust,
        Opening(booking),
        [new("Reason", booking.Reason), .. booking.Facts()],
        // To the former champion the booking is no longer there to be seen
        booking.WentToOther ? new EmailLink("See your times", "/slots") : booking.Link("See this booking"),
        booking.ToChampion
            ? [CalendarNote, "Your time is free again unless you withdrew it."]
            : [CalendarNote, "You can choose another time under Find help."],
        booking.Invite(isCancelled: true));

    private static IReadOnlyList<string> Opening(BookingData booking) => booking.WentToOther
        ? [booking.Did("moved", "has moved"), "It is now with another champion, so you need not be there."]
        : [booking.Did("cancelled", "has been cancelled")];
}
