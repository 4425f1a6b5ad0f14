using System.ComponentModel.DataAnnotations;
using Champions.Application.Bookings;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>Asks once, says who is told, and gives the place back.</summary>
public sealed class CancelModel(BookingQueries bookings, CancelBookingHandler handler, TimeProvider clock) : OneBookingPage(bookings, clock)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return CanChange ? Page() : SeeOther(Address);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var told = Told;
        var result = await handler.HandleAsync(new CancelBooking(Booking.BookingId, Input.Reason), Actor, cancellationToken);
        if (result.IsSuccess)
        {
            return SeeOther(Address, $"Booking cancelled. We are sending an email to {told}.");
        }

        // The form sent twice, or somebody else was quicker: what was wanted is done
        await LoadAsync(id, cancellationToken);
        return Booking.IsCancelled ? SeeOther(Address, "This booking is already cancelled.") : Refuse(result.Error);
    }

    public sealed class Answers : IValidatableObject
    {
        public string? Reason { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (FreeText.Check(Text.Tidy(Reason), HelpSlot.ReasonMax, "The reason") is { } error)
            {
                yield return new ValidationResult(error.Message, [nameof(Reason)]);
            }
        }
    }
}
