using Champions.Application.Wording;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Bookings;

/// <summary>A booking in a list.</summary>
public sealed class BookingRow
{
    public BookingId BookingId { get; init; }

    public DateTimeOffset SlotStartsAt { get; init; }

    public int SlotMinutes { get; init; }

    public SupportMode SlotMode { get; init; }

    public string? SlotPlace { get; init; }

    public string? WardName { get; init; }

    public string? SiteName { get; init; }

    public StaffMemberId BookerId { get; init; }

    public string BookerName { get; init; } = "";

    public string ChampionName { get; init; } = "";

    public string? BookingTopic { get; init; }

    public BookingStatus BookingStatus { get; init; }

    public string Where => SupportModeWords.Where(SlotMode, WardName, SiteName, SlotPlace);
}
