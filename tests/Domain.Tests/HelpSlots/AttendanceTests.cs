using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

public sealed class AttendanceTests
{
    private readonly HelpSlot slot = Slots.Slot();
    private readonly Booking booking;

    public AttendanceTests() => booking = slot.BookedBy(Slots.Person());

    [Theory]
    [InlineData(BookingStatus.Attended)]
    [InlineData(BookingStatus.StaffDidNotAttend)]
    [InlineData(BookingStatus.ChampionDidNotAttend)]
    public void What_became_of_a_booking_is_said_once_it_has_started_and_can_be_taken_back(BookingStatus outcome)
    {
        slot.RecordAttendance(booking.Id, outcome, slot.StartsAt.AddTicks(-1)).Error.Should().Be(HelpSlotErrors.NotYetStarted);

        slot.RecordAttendance(booking.Id, outcome, slot.StartsAt).IsSuccess.Should().BeTrue();
        booking.Status.Should().Be(outcome);
        booking.IsLive.Should().BeTrue();

        slot.RecordAttendance(booking.Id, BookingStatus.Booked, slot.StartsAt.AddMinutes(5)).IsSuccess.Should().BeTrue();
        booking.Status.Should().Be(BookingStatus.Booked);
    }

    [Fact]
    public void Attendance_is_no_news_for_calendars()
    {
        slot.RecordAttendance(booking.Id, BookingStatus.Attended, slot.StartsAt);

        booking.Sequence.Should().Be(0);
        slot.Events.Should().ContainSingle().Which.Should().BeOfType<BookingMade>();
    }

    [Fact]
    public void A_cancelled_booking_has_no_attendance()
    {
        slot.CancelBooking(booking.Id, byChampion: false, reason: null, Slots.Now);

        slot.RecordAttendance(booking.Id, BookingStatus.Attended, slot.StartsAt).Error.Should().Be(HelpSlotErrors.BookingClosed);
    }

    [Theory]
    [InlineData(BookingStatus.CancelledByChampion)]
    [InlineData(BookingStatus.CancelledByStaff)]
    public void Cancelling_is_not_attendance(BookingStatus status)
    {
        var record = () => slot.RecordAttendance(booking.Id, status, slot.StartsAt);

        record.Should().Throw<ArgumentOutOfRangeException>();
        booking.Claims.Should().NotBeEmpty();
    }

    [Fact]
    public void A_booking_of_another_slot_is_not_found() =>
        Slots.Slot().RecordAttendance(booking.Id, BookingStatus.Attended, slot.StartsAt).Error.Should().Be(HelpSlotErrors.BookingNotFound);
}
