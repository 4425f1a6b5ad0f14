using Champions.Domain.Common;

namespace Champions.Domain.HelpSlots;

/// <summary>Rules about one booking, beside those about the time it is in.</summary>
public static class BookingErrors
{
    public static readonly Error Started =
        Error.Conflict("Booking.Started", "This booking has already started, so it can no longer be moved or cancelled.");

    public static readonly Error BookerBusy = Error.Conflict(
        "Booking.BookerBusy", "The person who booked already has something booked at this time. Choose another time.");

    public static readonly Error FormUsed =
        Error.Conflict("Booking.FormUsed", "This form has been used before. Check your answers and book again.");

    public static readonly Error SystemUnknown = Error.Invalid("Booking.SystemUnknown", "Choose a system from the list.");
}
