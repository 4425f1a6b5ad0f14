using Champions.Domain.HelpSlots;

namespace Champions.Application.Wording;

/// <summary>What became of a booking, as people read it.</summary>
public static class BookingStatusWords
{
    public static string Of(BookingStatus status) => status switch
    {
        BookingStatus.Booked => "Booked",
        BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion => "Cancelled",
        BookingStatus.Attended => "Attended",
        BookingStatus.StaffDidNotAttend => "Did not attend",
        BookingStatus.ChampionDidNotAttend => "Champion did not attend",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A booking status without words."),
    };
}
