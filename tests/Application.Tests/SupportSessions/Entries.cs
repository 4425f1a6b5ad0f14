using Champions.Application.SupportSessions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport;

namespace Champions.Application.Tests.SupportSessions;

/// <summary>The log form of a small trust, filled in believably.</summary>
internal static class Entries
{
    public static SessionEntry Entry(
        this SmallTrust trust, int minutes = 15, SessionOutcome outcome = SessionOutcome.Resolved, int people = 1, DateOnly? day = null, string? note = null) =>
        new(
            day ?? Given.Today, trust.Ward.Id, trust.System.Id, minutes, SupportMode.InPersonOnWard, outcome, [trust.Topic.Id], HelpedPeople.Count(people), [], note);

    public static NewFollowUp Promise(int days = 7) => new(Given.Today.AddDays(days), "Show how to print labels");

    /// <summary>Each call is another form unless the key is given.</summary>
    public static Task<Result<SupportSessionId>> LogAsync(
        this SmallTrust trust,
        SessionEntry? entry = null,
        Abstractions.Actor? actor = null,
        BookingId? booking = null,
        NewFollowUp? followUp = null,
        ChampionId? champion = null,
        Guid? key = null) =>
        trust.Db.As(
            actor ?? trust.AsChampion,
            (LogSessionHandler handler) => handler.HandleAsync(
                new LogSession(champion, booking, entry ?? trust.Entry(), followUp, key ?? Guid.CreateVersion7(Given.Now)), actor ?? trust.AsChampion, default));

    /// <summary>A booking by the colleague, in a slot that began half an hour ago.</summary>
    public static async Task<BookingId> StartedBookingAsync(this SmallTrust trust)
    {
        var slot = Given.Slot(trust.Champion, trust.Db.Clock.Now.AddMinutes(30));
        var booking = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        await trust.Db.SaveAsync(slot);
        trust.Db.Clock.Advance(TimeSpan.FromHours(1));
        return booking.Id;
    }
}
