using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Tests.Email;

internal static class Emails
{
    public const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Digital help – Café\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    public static OutgoingEmail Booking(string id = "0198c0de000070008000000000000001@champions.example") => new(
        id,
        "champions@trust.example",
        "Digital champions",
        "tom.reid@trust.example",
        "Tom Reid",
        "Digital help booked for Tuesday 1 December, 2:15pm",
        "Hello Tom\n\n.A line that starts with a dot and a café\nhttp://localhost/bookings/1?a=b",
        "<!DOCTYPE html><html lang=\"en\"><body><p>Hello Tom, meet Zoë at the café.</p></body></html>",
        Calendar,
        "REQUEST");

    public static OutgoingEmail WithoutCalendar() => Booking() with { Calendar = null, CalendarMethod = null };
}
