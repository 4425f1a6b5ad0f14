using Champions.Application.Bookings;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>One booking, for the person who booked, the champion of the time and coordinators.</summary>
public sealed class DetailsModel(BookingQueries bookings, TimeProvider clock) : OneBookingPage(bookings, clock)
{
    public bool CanLog => IsItsChampion && Booking.HasStarted(Now) && Booking.BookingStatus == BookingStatus.Booked;

    /// <summary>Who took it back, as this reader would say it.</summary>
    public string CancelledBy => Booking.BookingStatus == BookingStatus.CancelledByStaff
        ? (IsBooker ? "You cancelled this booking." : $"{Booking.BookerName} cancelled this booking.")
        : IsItsChampion ? "This booking was cancelled on your side." : $"This booking was cancelled on the side of {Booking.ChampionName}.";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();
}
