using Champions.Application.Wording;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Bookings;

/// <summary>One booking with all that its people may know.</summary>
public sealed class BookingDetails
{
    public BookingId BookingId { get; init; }

    public int BookingSequence { get; init; }

    public BookingStatus BookingStatus { get; init; }

    public string? BookingTopic { get; init; }

    public string? BookingNote { get; init; }

    public string? BookingCancelReason { get; init; }

    public string? DigitalSystemName { get; init; }

    public HelpSlotId SlotId { get; init; }

    public ChampionId SlotChampionId { get; init; }

    public DateTimeOffset SlotStartsAt { get; init; }

    public int SlotMinutes { get; init; }

    public SupportMode SlotMode { get; init; }

    public string? SlotPlace { get; init; }

    public WardId? SlotWardId { get; init; }

    public string? WardName { get; init; }

    public string? SiteName { get; init; }

    public StaffMemberId BookerId { get; init; }

    public string BookerName { get; init; } = "";

    public string BookerEmail { get; init; } = "";

    public StaffMemberId ChampionId { get; init; }

    public string ChampionName { get; init; } = "";

    public string ChampionEmail { get; init; } = "";

    public string Where => SupportModeWords.Where(SlotMode, WardName, SiteName, SlotPlace);

    public bool IsCancelled => BookingStatus is BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion;

    public bool HasStarted(DateTimeOffset now) => SlotStartsAt <= now;

    /// <summary>It stands and has not started: it can be moved and cancelled.</summary>
    public bool CanChange(DateTimeOffset now) => BookingStatus == BookingStatus.Booked && !HasStarted(now);
}
