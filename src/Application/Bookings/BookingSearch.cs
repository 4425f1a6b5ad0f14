namespace Champions.Application.Bookings;

/// <summary>Which list of bookings.</summary>
public enum BookingList
{
    /// <summary>Booked, not started. A coordinator sees the next 7 days, which is what their home page counts.</summary>
    ToCome,

    /// <summary>For a coordinator: booked, further ahead than 7 days.</summary>
    Later,

    /// <summary>Started and still without a word on what became of it.</summary>
    NotLogged,

    /// <summary>Started and not cancelled, logged or not.</summary>
    Past,

    Cancelled,
}

/// <param name="List">Which list.</param>
/// <param name="Name">Part of the name of the champion or of the person who booked.</param>
/// <param name="Ward">Only at this ward.</param>
/// <param name="Day">Only on this UK day.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Rows a page.</param>
public sealed record BookingSearch(BookingList List, string? Name = null, WardId? Ward = null, DateOnly? Day = null, int Page = 1, int PageSize = 20);

/// <summary>One page of a list of bookings.</summary>
public sealed record BookingPage(IReadOnlyList<BookingRow> Rows, int Total);
