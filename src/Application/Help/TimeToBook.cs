using Champions.Application.Wording;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Help;

/// <summary>A time on its own page, with what stands in the way of booking it.</summary>
public sealed record TimeToBook(
    HelpSlotId Id,
    DateTimeOffset StartsAt,
    int Minutes,
    string Champion,
    SupportMode Mode,
    WardId? WardId,
    string? Ward,
    string? Site,
    string? Place,
    HelpSlotStatus Status,
    bool IsOwn,
    int Capacity,
    int Taken,
    BookingId? MyBooking,
    IReadOnlyCollection<DigitalSystemId> Knows)
{
    public string Where => SupportModeWords.Where(Mode, Ward, Site, Place);

    public int PlacesLeft => Capacity - Taken;

    /// <summary>Null while the person may book it.</summary>
    public Error? WhyNot(DateTimeOffset now) => this switch
    {
        { Status: HelpSlotStatus.Cancelled } => HelpSlotErrors.Cancelled,
        _ when StartsAt <= now => HelpSlotErrors.Started,
        { IsOwn: true } => HelpSlotErrors.OwnSlot,
        { MyBooking: not null } => HelpSlotErrors.AlreadyBooked,
        { PlacesLeft: < 1 } => HelpSlotErrors.AlreadyTaken,
        _ => null,
    };
}
