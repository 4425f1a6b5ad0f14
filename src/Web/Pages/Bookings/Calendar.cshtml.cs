using System.Text;
using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Outbox.Calendar;
using Champions.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>The booking as it stands, as a calendar file: the same event that the emails carry, so that none of them makes a second one.</summary>
public sealed class CalendarModel(BookingQueries bookings, EmailSender sender, IConfiguration configuration, TimeProvider clock)
    : OneBookingPage(bookings, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var invite = new BookingInvite(
                Booking.BookingId,
                Booking.BookingSequence,
                Booking.SlotStartsAt,
                Booking.SlotMinutes,
                Booking.Where,
                new CalendarParty(Booking.ChampionName, Booking.ChampionEmail),
                new CalendarParty(Booking.BookerName, Booking.BookerEmail),
                Booking.IsCancelled)
            .ToCalendar(new CalendarParty(sender.Name, sender.Address), configuration.GetPublicUrl(), Now);
        var type = $"text/calendar; charset=utf-8; method={(Booking.IsCancelled ? "CANCEL" : "REQUEST")}";
        return File(Encoding.UTF8.GetBytes(CalendarFile.Write(invite)), type, "digital-help.ics");
    }
}
