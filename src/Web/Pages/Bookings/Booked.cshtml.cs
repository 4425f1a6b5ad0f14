using Champions.Application.Bookings;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>The end of booking: what was booked and what happens next. Only for the person who booked, while the booking stands.</summary>
public sealed class BookedModel(BookingQueries bookings, TimeProvider clock) : OneBookingPage(bookings, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsBooker)
        {
            return NotFound();
        }

        return CanChange ? Page() : SeeOther(Address);
    }
}
