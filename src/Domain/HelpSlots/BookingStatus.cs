namespace Champions.Domain.HelpSlots;

public enum BookingStatus
{
    Booked,
    CancelledByStaff,
    CancelledByChampion,
    Attended,
    StaffDidNotAttend,
    ChampionDidNotAttend,
}
