using System.ComponentModel.DataAnnotations;
using Champions.Application.Bookings;
using Champions.Application.Help;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Bookings;

/// <summary>Takes a booking to another free time, of the same champion or of others.</summary>
public sealed class MoveModel(
    BookingQueries bookings, MoveQueries moves, HelpQueries help, MoveBookingHandler handler, TimeProvider clock) : OneBookingPage(bookings, clock)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public MoveChoices Choices { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!CanChange)
        {
            return SeeOther(Address);
        }

        await FindChoicesAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await FindChoicesAsync(cancellationToken);
            return Again();
        }

        var result = await handler.HandleAsync(
            new MoveBooking(Booking.BookingId, new HelpSlotId(Input.Time!.Value)), Actor, cancellationToken);
        var stillTheirs = await LoadAsync(id, cancellationToken);
        if (result.IsSuccess && !stillTheirs)
        {
            return SeeOther("/bookings", "Booking moved. It is now with another champion.");
        }

        if (result.IsSuccess)
        {
            return SeeOther(Address, $"Booking moved to {WhenWords.DayAndRange(Booking.SlotStartsAt, Booking.SlotMinutes)}. We are sending an email to {Told}.");
        }

        if (result.Error == HelpSlotErrors.SameSlot)
        {
            return SeeOther(Address, "This booking is already at the time you chose.");
        }

        // A cancelled booking says so itself better than an error could
        if (Booking.IsCancelled)
        {
            return SeeOther(Address);
        }

        await FindChoicesAsync(cancellationToken);
        ModelState.Remove("Input.Time");
        return Refuse(result.Error, Choices.IsEmpty ? "" : "Input.Time");
    }

    private async Task FindChoicesAsync(CancellationToken cancellationToken)
    {
        if (CanChange)
        {
            var catalogue = await help.CatalogueAsync(Actor, cancellationToken);
            Choices = await moves.ChoicesAsync(Booking, catalogue, cancellationToken);
        }
    }

    public sealed class Answers
    {
        [Display(Name = "Time")]
        [Required(ErrorMessage = "Choose a time to move to")]
        public Guid? Time { get; set; }
    }
}
