namespace Champions.Application.Outbox.Calendar;

/// <summary>
/// A booking as every calendar gets it, by email and by download alike: one UID for its whole life, so that any copy
/// replaces an older one. It names people and place, never the topic: calendars are seen over shoulders.
/// </summary>
/// <param name="Id">The booking.</param>
/// <param name="Sequence">Its calendar sequence.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Where">Where or how they meet.</param>
/// <param name="Champion">Who helps.</param>
/// <param name="Booker">Who booked.</param>
/// <param name="IsCancelled">The file takes the booking out of the calendar.</param>
public sealed record BookingInvite(
    BookingId Id, int Sequence, DateTimeOffset StartsAt, int Minutes, string Where, CalendarParty Champion, CalendarParty Booker, bool IsCancelled)
{
    public static string UidOf(BookingId id) => $"{id.Value:D}@champions";

    /// <param name="organizer">The service's own address.</param>
    /// <param name="publicUrl">Where people reach the service.</param>
    /// <param name="stamp">When the file is written.</param>
    public CalendarInvite ToCalendar(CalendarParty organizer, Uri publicUrl, DateTimeOffset stamp) => new(
        UidOf(Id),
        Sequence,
        stamp,
        StartsAt,
        StartsAt.AddMinutes(Minutes),
        $"Digital help: {Booker.Name} with {Champion.Name}",
        IsCancelled ? "This booking is cancelled." : $"To move or cancel this booking, open {new Uri(publicUrl, $"/bookings/{Id.Value:D}")}",
        Where,
        organizer,
        [Champion, Booker],
        IsCancelled ? CalendarMethod.Cancel : CalendarMethod.Request);
}
