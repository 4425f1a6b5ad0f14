using Champions.Application.Outbox.Calendar;
using Champions.Application.Time;
using Champions.Application.Wording;

namespace Champions.Application.Outbox.Emails;

/// <summary>The parts that every email about a booking has in common.</summary>
internal static class BookingFacts
{
    public static EmailLink Link(this BookingData booking, string words) => new(words, $"/bookings/{booking.BookingId:D}");

    /// <summary>"Tuesday 1 December, 2:15pm".</summary>
    public static string Short(this BookingData booking) => WhenWords.Short(booking.StartsAt);

    public static IReadOnlyList<EmailFact> Facts(this BookingData booking) =>
    [
        new("When", WhenWords.DayAndRange(booking.StartsAt, booking.Minutes)),
        new("How long", UkFormat.Length(booking.Minutes)),
        new("Where", booking.Where),
        booking.ToChampion ? new("For", booking.Booker) : new("With", $"{booking.Champion}, digital champion"),
        new("System", booking.System),
        new("What about", booking.Topic),
        new("Note", booking.Note),
    ];

    /// <summary>"You cancelled this booking.", "Amara Osei cancelled this booking."</summary>
    public static string Did(this BookingData booking, string did, string done) =>
        booking.ByReader ? $"You {did} this booking." : booking.By is { } by ? $"{by} {did} this booking." : $"This booking {done}.";

    public static BookingInvite Invite(this BookingData booking, bool isCancelled) => new(
        BookingId.From(booking.BookingId),
        booking.Sequence,
        booking.StartsAt,
        booking.Minutes,
        booking.Where,
        new CalendarParty(booking.Champion, booking.ChampionAddress),
        new CalendarParty(booking.Booker, booking.BookerAddress),
        isCancelled);
}
