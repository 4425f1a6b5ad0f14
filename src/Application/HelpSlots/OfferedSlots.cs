using Champions.Domain.HelpSlots;

namespace Champions.Application.HelpSlots;

/// <summary>Which times a list shows.</summary>
/// <param name="Champion">Of one champion; null for the whole trust.</param>
/// <param name="Past">Days before today, latest first; otherwise today and later, soonest first.</param>
public sealed record OfferedSlotFilter(ChampionId? Champion, bool Past);

/// <summary>A time in a list.</summary>
/// <param name="Taken">Places that are booked or were used.</param>
/// <param name="ToLog">Bookings that have started and have no outcome yet.</param>
public sealed record OfferedSlotRow(
    Guid Id,
    DateTimeOffset StartsAt,
    int Minutes,
    string Champion,
    SupportMode Mode,
    string? Ward,
    string? Site,
    string? Place,
    int Capacity,
    int Taken,
    int ToLog)
{
    /// <summary>Who holds the places, by seat.</summary>
    public IReadOnlyList<string> BookedBy { get; init; } = [];
}

/// <summary>A time with everybody who has, or had, a place in it.</summary>
public sealed record OfferedSlotDetails(
    Guid Id,
    ChampionId ChampionId,
    string Champion,
    DateTimeOffset StartsAt,
    int Minutes,
    SupportMode Mode,
    string? Ward,
    string? Site,
    string? Place,
    int Capacity,
    HelpSlotStatus Status,
    string? CancelReason)
{
    /// <summary>Live ones first.</summary>
    public IReadOnlyList<SlotBooking> Bookings { get; init; } = [];

    public IEnumerable<SlotBooking> Live => Bookings.Where(b => b.IsLive);
}

/// <param name="Name">Who booked.</param>
/// <param name="System">The digital system they need help with.</param>
/// <param name="Topic">What about.</param>
public sealed record SlotBooking(Guid Id, string Name, string? System, string? Topic, string? Note, BookingStatus Status)
{
    public bool IsLive => Status is not (BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion);
}

/// <summary>A time of one offer, in the list that confirms it.</summary>
public sealed record OfferedTime(Guid Id, DateTimeOffset StartsAt, int Minutes, int Capacity);

/// <param name="Mine">The champion looks after it today.</param>
public sealed record WardChoice(Guid Id, string Name, string Site, bool Mine);
