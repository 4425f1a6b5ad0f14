using Champions.Application.Wording;

namespace Champions.Application.Outbox.Emails;

internal static class BookingMovedEmail
{
    public static EmailContent Of(BookingData booking) => new(
        $"Digital help moved to {booking.Short()}",
        booking.Trust,
        [booking.Did("moved", "has moved")],
        [.. booking.Facts(), .. Before(booking)],
        booking.Link("Change or cancel this booking"),
        ["The calendar file with this email moves it in your calendar."],
        booking.Invite(isCancelled: false));

    private static IEnumerable<EmailFact> Before(BookingData booking)
    {
        if (booking.Before is not { } before)
        {
            yield break;
        }

        yield return new("It was", WhenWords.DayAndRange(before.StartsAt, before.Minutes));
        if (before.Where != booking.Where)
        {
            yield return new("It was at", before.Where);
        }

        if (before.Champion != booking.Champion)
        {
            yield return new("It was with", before.Champion);
        }
    }
}
