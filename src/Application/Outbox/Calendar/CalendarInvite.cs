namespace Champions.Application.Outbox.Calendar;

/// <summary>
/// One booking as a calendar message. The same <paramref name="Uid"/> goes out for the whole life of the booking; <paramref name="Sequence"/>
/// is the booking's version, and the higher one wins in the reader's calendar, in whatever order the messages arrive.
/// </summary>
/// <param name="Uid">Fixed when the booking is first stored.</param>
/// <param name="Sequence">Version of the booking, from 0.</param>
/// <param name="DtStamp">When this message is sent.</param>
/// <param name="StartsAt">Start, any offset; written in universal time.</param>
/// <param name="EndsAt">End, later than the start.</param>
/// <param name="Summary">What everybody may read on a shared screen: nothing that could embarrass.</param>
/// <param name="Description">Free text, may have lines; empty for none.</param>
/// <param name="Location">Place; empty for none.</param>
/// <param name="Organizer">The service's own address, which is also the sender of the email.</param>
/// <param name="Attendees">Champion and staff member.</param>
/// <param name="Method">Request for new and moved bookings, Cancel for cancelled ones.</param>
public sealed record CalendarInvite(
    string Uid,
    int Sequence,
    DateTimeOffset DtStamp,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Summary,
    string Description,
    string Location,
    CalendarParty Organizer,
    IReadOnlyList<CalendarParty> Attendees,
    CalendarMethod Method);
