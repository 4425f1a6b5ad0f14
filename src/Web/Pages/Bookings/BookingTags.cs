using Champions.Application.Wording;
using Champions.Domain.HelpSlots;

namespace Champions.Web.Pages.Bookings;

/// <summary>The tag that says how a booking stands.</summary>
public static class BookingTags
{
    public static (string Words, string Colour) Of(BookingStatus status, DateTimeOffset startsAt, DateTimeOffset now) => status switch
    {
        BookingStatus.Booked when startsAt <= now => ("Not logged", "yellow"),
        BookingStatus.Booked => (BookingStatusWords.Of(status), "blue"),
        BookingStatus.Attended => (BookingStatusWords.Of(status), "green"),
        BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion => (BookingStatusWords.Of(status), "grey"),
        _ => (BookingStatusWords.Of(status), "orange"),
    };
}
