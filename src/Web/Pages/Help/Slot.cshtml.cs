using System.ComponentModel.DataAnnotations;
using Champions.Application.Bookings;
using Champions.Application.Help;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Help;

/// <summary>Books one time. Whoever comes too late chooses another on the same page, with their answers kept.</summary>
public sealed class SlotModel(HelpQueries queries, BookHelpSlotHandler handler, TimeProvider clock) : ChampionsPage
{
    private static readonly Error FormIncomplete =
        Error.Invalid("Booking.FormIncomplete", "This form was not complete. Check your answers and book again.");

    [BindProperty]
    public Answers Input { get; set; } = new();

    public TimeToBook Time { get; private set; } = null!;

    public HelpCatalogue Catalogue { get; private set; } = null!;

    /// <summary>Why the time cannot be booked; null while it can.</summary>
    public Error? Why { get; private set; }

    /// <summary>Times to choose from instead.</summary>
    public IReadOnlyList<HelpTime> Others { get; private set; } = [];

    /// <summary>A new one each time the form is shown: a form that was answered with itself has made no booking.</summary>
    public Guid RequestKey { get; private set; }

    public IEnumerable<SelectListItem> Systems => Catalogue.Systems.Select(s => new SelectListItem(s.Name, s.Id.Value.ToString("D")));

    public string Knows => string.Join(", ", Catalogue.Systems.Where(s => Time.Knows.Contains(s.Id)).Select(s => s.Name));

    /// <summary>The person is at this time already, by their own offer or by a booking: another time is not what they need.</summary>
    public bool IsTheirs => Time.IsOwn || Time.MyBooking is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, string? system, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input.System = Guid.TryParse(system, out var wanted) ? Catalogue.System(wanted)?.Id.Value : null;
        Why = Time.WhyNot(clock.GetUtcNow());
        await FindOthersAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var chosen = Input.Time ?? id;
        if (!await LoadAsync(chosen, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!Guid.TryParse(Input.RequestKey, out var key) || key == Guid.Empty)
        {
            return Refuse(FormIncomplete);
        }

        var system = Input.System is { } wanted ? new DigitalSystemId(wanted) : (DigitalSystemId?)null;
        var result = await handler.HandleAsync(
            new BookHelpSlot(new HelpSlotId(chosen), system, Input.Topic, Input.Note, key), Actor, cancellationToken);
        return result.IsSuccess
            ? SeeOther($"/bookings/{result.Value.Value:D}/booked")
            : await RefusedAsync(chosen, result.Error, cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(Guid chosen, Error error, CancellationToken cancellationToken)
    {
        if (error == BookingErrors.SystemUnknown)
        {
            return Refuse(error, "Input.System");
        }

        if (error.Kind != ErrorKind.Conflict || error == BookingErrors.FormUsed)
        {
            return Refuse(error);
        }

        // Read again: what was free when the form was sent no longer is
        await LoadAsync(chosen, cancellationToken);
        Why = error;
        await FindOthersAsync(cancellationToken);
        ModelState.Remove("Input.Time");
        return Refuse(error, Others.Count > 0 ? "Input.Time" : "");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.TimeAsync(new HelpSlotId(id), Actor, cancellationToken) is not { } time)
        {
            return false;
        }

        Time = time;
        Catalogue = await queries.CatalogueAsync(Actor, cancellationToken);
        RequestKey = Guid.CreateVersion7(clock.GetUtcNow());
        return true;
    }

    private async Task FindOthersAsync(CancellationToken cancellationToken)
    {
        if (Why is not null && !IsTheirs)
        {
            var system = Catalogue.System(Input.System)?.Id;
            Others = await queries.OthersAsync(Time, system, Catalogue, Actor, cancellationToken);
        }
    }

    public sealed class Answers : IValidatableObject
    {
        [Display(Name = "System")]
        public Guid? System { get; set; }

        [Required(ErrorMessage = "Enter what you need help with, for example finding blood results")]
        public string? Topic { get; set; }

        public string? Note { get; set; }

        /// <summary>Another time than the one in the address, chosen because that one was taken.</summary>
        [Display(Name = "Time")]
        public Guid? Time { get; set; }

        public string? RequestKey { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Text.Tidy(Topic) is not { } topic)
            {
                yield return new ValidationResult("Enter what you need help with, for example finding blood results", [nameof(Topic)]);
            }
            else if (FreeText.Check(topic, Booking.TopicMax, "What you need help with") is { } error)
            {
                yield return new ValidationResult(error.Message, [nameof(Topic)]);
            }

            if (FreeText.Check(Text.Tidy(Note), FreeText.NoteMax, "The note") is { } noteError)
            {
                yield return new ValidationResult(noteError.Message, [nameof(Note)]);
            }
        }
    }
}
