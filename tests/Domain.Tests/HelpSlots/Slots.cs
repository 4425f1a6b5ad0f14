using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

/// <summary>Slots and people without a database.</summary>
internal static class Slots
{
    /// <summary>A Tuesday morning in winter, when UK time is UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Tomorrow { get; } = Now.AddDays(1);

    public static TrustId Trust { get; } = new(Guid.CreateVersion7(Now));

    public static ChampionId Champion { get; } = new(Guid.CreateVersion7(Now));

    public static StaffMemberId Amara { get; } = Person();

    public static StaffMemberId Person() => new(Guid.CreateVersion7(Now));

    public static HelpSlotOffer Offer(
        DateTimeOffset? startsAt = null,
        int minutes = 30,
        int capacity = 1,
        SupportMode mode = SupportMode.InPersonElsewhere,
        WardId? ward = null,
        string? place = "Seminar Room 2") =>
        new(startsAt ?? Tomorrow, minutes, mode, ward, place, capacity, SeriesId: null);

    public static HelpSlot Slot(DateTimeOffset? startsAt = null, int minutes = 30, int capacity = 1) =>
        HelpSlot.Offer(Trust, Champion, Amara, Offer(startsAt, minutes, capacity), Now).Value;

    public static BookingRequest Request(string? topic = "Finding blood results", string? note = null) =>
        new(System: null, topic, note, Guid.CreateVersion7(Now));

    public static Booking BookedBy(this HelpSlot slot, StaffMemberId person) => slot.Book(person, Request(), Now).Value;

    public static IEnumerable<int> Quanta(DateTimeOffset startsAt, int minutes) =>
        Enumerable.Range((int)(startsAt.ToUnixTimeSeconds() / 300), minutes / 5);
}
