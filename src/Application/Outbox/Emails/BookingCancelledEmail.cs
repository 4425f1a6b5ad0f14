namespace Champions.Application.Outbox.Emails;

internal static class BookingCancelledEmail
{
    private const string CalendarNote = "The calendar file with this email takes it out of your calendar.";

    public static EmailContent Of(BookingData booking) => new(
        $"Digital help cancelled: {booking.Short()}",
        booking.Trust,
        Opening(booking),
        [new("Reason", booking.Reason), .. booking.Facts()],
        Link(booking),
        booking.ToChampion ? [CalendarNote, "Your time is free again unless you withdrew it."] : [CalendarNote],
        booking.Invite(isCancelled: true));

    /// <summary>To the former champion the booking is no longer there to be seen; somebody whose help fell through needs another time.</summary>
    private static EmailLink Link(BookingData booking) => booking switch
    {
        { WentToOther: true } => new("See your times", "/slots"),
        { ToChampion: false, ByReader: false } => new("Choose another time", "/help"),
        _ => booking.Link("See this booking"),
    };

    private static IReadOnlyList<string> Opening(BookingData booking) => booking.WentToOther
        ? [booking.Did("moved", "has moved"), "It is now with another champion, so you need not be there."]
        : [booking.Did("cancelled", "has been cancelled")];
}
