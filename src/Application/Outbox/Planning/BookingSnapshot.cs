using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;

namespace Champions.Application.Outbox.Planning;

/// <summary>A booking in a slot with everything an email says about it.</summary>
internal sealed record BookingSnapshot(
    Booking Booking, HelpSlot Slot, StaffMember Booker, StaffMember Champion, string Where, string? System, string Trust)
{
    /// <param name="reader">Booker or champion.</param>
    public BookingData DataFor(StaffMember reader) => new()
    {
        BookingId = Booking.Id.Value,
        Sequence = Booking.Sequence,
        Trust = Trust,
        Booker = Booker.Name,
        BookerAddress = Booker.Email,
        Champion = Champion.Name,
        ChampionAddress = Champion.Email,
        StartsAt = Slot.StartsAt,
        Minutes = Slot.Minutes,
        Where = Where,
        System = System,
        Topic = Booking.Topic,
        Note = Booking.Note,
        ToChampion = reader.Id == Champion.Id,
    };

    public OutboxDraft Draft(ReminderReason reason, StaffMember reader, BookingData data, int priority, DateTimeOffset dueAt, DateTimeOffset usefulUntil) => new(
        Booking.TrustId,
        reader.Id,
        reader.Email,
        reader.Name,
        reason,
        Booking.Id.Value,
        Booking.Sequence,
        Occasion: "",
        dueAt,
        usefulUntil,
        priority,
        Slot.StartsAt,
        EmailData.Write(data));
}
