using Champions.Application.Outbox.Calendar;

namespace Champions.Application.Tests.Calendar;

internal static class Invites
{
    public static CalendarInvite Request(int sequence = 0) => new(
        "0198c0de-0000-7000-8000-000000000001@champions.example",
        sequence,
        new DateTimeOffset(2026, 11, 20, 9, 30, 15, TimeSpan.Zero),
        new DateTimeOffset(2026, 12, 1, 14, 15, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 12, 1, 14, 30, 0, TimeSpan.Zero),
        "Digital help with Amara Osei",
        "Bring your smartcard; nothing else.\nTo cancel, use the link in the email.",
        "Ward 7B, St Mary's Hospital",
        new CalendarParty("Digital champions", "champions@trust.example"),
        [new CalendarParty("Amara Osei", "champion@demo.example"), new CalendarParty("Tom Bell", "staff@demo.example")],
        CalendarMethod.Request);

    public static CalendarInvite Cancel(int sequence) => Request(sequence) with { Method = CalendarMethod.Cancel };

    /// <summary>The same booking, so many days later.</summary>
    public static CalendarInvite Moved(int sequence, int days)
    {
        var first = Request(sequence);
        return first with { StartsAt = first.StartsAt.AddDays(days), EndsAt = first.EndsAt.AddDays(days) };
    }
}
