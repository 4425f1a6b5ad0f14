using Champions.Application.Bookings;
using Champions.Application.SupportSessions;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>One booking, for the person who booked, the champion of the time and coordinators.</summary>
public sealed class DetailsModel(BookingQueries bookings, SessionQueries sessions, TimeProvider clock) : OneBookingPage(bookings, clock)
{
    public bool CanLog => RunsIt && Booking.HasStarted(Now) && Booking.BookingStatus == BookingStatus.Booked;

    /// <summary>What came of it, for those who may read sessions; null while nothing is logged.</summary>
    public Guid? Session { get; private set; }

    /// <summary>Who took it back, as this reader would say it.</summary>
    public string CancelledBy => Booking.BookingStatus == BookingStatus.CancelledByStaff
        ? (IsBooker ? "You cancelled this booking." : $"{Booking.BookerName} cancelled this booking.")
        : IsItsChampion ? "This booking was cancelled on your side." : $"This booking was cancelled on the side of {Booking.ChampionName}.";

    private bool RunsIt => IsItsChampion || Actor.IsCoordinator;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Session = RunsIt && Booking.HasStarted(Now) ? await sessions.OfBookingAsync(Booking.BookingId, cancellationToken) : null;
        return Page();
    }
}
