using System.Globalization;
using System.Text;

namespace Champions.Application.Outbox.Calendar;

/// <summary>
/// Writes a booking as an iCalendar message (RFC 5545, scheduling by RFC 5546). Times are universal, so no time zone needs describing and
/// every calendar shows its owner's wall time.
/// </summary>
public static class CalendarFile
{
    /// <summary>The text of the file, to be sent as UTF-8 without a byte order mark.</summary>
    public static string Write(CalendarInvite invite)
    {
        Check(invite);
        var cancelled = invite.Method == CalendarMethod.Cancel;
        var file = new StringBuilder(1024);
        void Line(string line) => CalendarText.AppendFolded(file, line);

        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Champions//Digital champions//EN");
        Line("CALSCALE:GREGORIAN");
        Line(cancelled ? "METHOD:CANCEL" : "METHOD:REQUEST");
        Line("BEGIN:VEVENT");
        Line($"UID:{CalendarText.Escape(invite.Uid)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{invite.Sequence}"));
        Line($"DTSTAMP:{Instant(invite.DtStamp)}");
        Line($"DTSTART:{Instant(invite.StartsAt)}");
        Line($"DTEND:{Instant(invite.EndsAt)}");
        Line($"SUMMARY:{CalendarText.Escape(invite.Summary)}");
        if (invite.Description.Length > 0)
        {
            Line($"DESCRIPTION:{CalendarText.Escape(invite.Description)}");
        }

        if (invite.Location.Length > 0)
        {
            Line($"LOCATION:{CalendarText.Escape(invite.Location)}");
        }

        Line(cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line("TRANSP:OPAQUE");
        Line($"ORGANIZER;CN={CalendarText.Quote(invite.Organizer.Name)}:mailto:{invite.Organizer.Address}");
        foreach (var attendee in invite.Attendees)
        {
            // No reply is asked for: nobody reads the service's mailbox, and the booking is already agreed
            Line($"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN={CalendarText.Quote(attendee.Name)}:mailto:{attendee.Address}");
        }

        Line("END:VEVENT");
        Line("END:VCALENDAR");
        return file.ToString();
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static void Check(CalendarInvite invite)
    {
        if (string.IsNullOrWhiteSpace(invite.Uid) || invite.Sequence < 0)
        {
            throw new ArgumentException("The booking needs a UID and a sequence from 0.", nameof(invite));
        }

        if (invite.EndsAt <= invite.StartsAt)
        {
            throw new ArgumentException("The booking must end after it starts.", nameof(invite));
        }

        foreach (var party in invite.Attendees.Prepend(invite.Organizer))
        {
            // An address is written as it is, so one that could end the line or the value must never get this far
            var at = party.Address.IndexOf('@', StringComparison.Ordinal);
            if (at < 1 || at == party.Address.Length - 1 || party.Address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '"' or '<' or '>'))
            {
                throw new ArgumentException("An address in the invite is not a plain email address.", nameof(invite));
            }
        }
    }
}
