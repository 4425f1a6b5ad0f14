using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

public sealed class CancelTests
{
    private readonly StaffMemberId tom = Slots.Person();
    private readonly StaffMemberId priya = Slots.Person();

    [Theory]
    [InlineData(true, BookingStatus.CancelledByChampion)]
    [InlineData(false, BookingStatus.CancelledByStaff)]
    public void Cancelling_a_booking_gives_seat_and_time_back(bool byChampion, BookingStatus status)
    {
        var slot = Slots.Slot();
        var booking = slot.BookedBy(tom);
        var before = slot.Version;

        slot.CancelBooking(booking.Id, byChampion, " On leave ", Slots.Now.AddHours(1)).IsSuccess.Should().BeTrue();

        booking.Status.Should().Be(status);
        booking.IsLive.Should().BeFalse();
        booking.Claims.Should().BeEmpty();
        booking.CancelReason.Should().Be("On leave");
        booking.Sequence.Should().Be(1);
        booking.ChangedAt.Should().Be(Slots.Now.AddHours(1));
        slot.SeatsTaken.Should().Be(0);
        slot.Version.Should().BeGreaterThan(before);
        slot.Events.Should().EndWith(new BookingCancelled(Slots.Trust, slot.Id, booking.Id, byChampion));
    }

    [Fact]
    public void A_booking_is_cancelled_once()
    {
        var slot = Slots.Slot();
        var booking = slot.BookedBy(tom);
        slot.CancelBooking(booking.Id, byChampion: false, reason: null, Slots.Now);

        slot.CancelBooking(booking.Id, byChampion: true, reason: null, Slots.Now).Error.Should().Be(HelpSlotErrors.BookingClosed);

        booking.Status.Should().Be(BookingStatus.CancelledByStaff);
        booking.Sequence.Should().Be(1);
    }

    [Fact]
    public void A_booking_that_has_started_or_is_not_here_is_not_cancelled()
    {
        var slot = Slots.Slot();
        var booking = slot.BookedBy(tom);

        slot.CancelBooking(booking.Id, byChampion: false, reason: null, slot.StartsAt).Error.Should().Be(BookingErrors.Started);
        slot.CancelBooking(new BookingId(Guid.CreateVersion7(Slots.Now)), byChampion: false, reason: null, Slots.Now)
            .Error.Should().Be(HelpSlotErrors.BookingNotFound);
        booking.IsLive.Should().BeTrue();
    }

    [Fact]
    public void Withdrawing_a_time_cancels_its_bookings_and_gives_all_time_back()
    {
        var slot = Slots.Slot(capacity: 3);
        var (first, second) = (slot.BookedBy(tom), slot.BookedBy(priya));
        var gone = slot.BookedBy(Slots.Person());
        slot.CancelBooking(gone.Id, byChampion: false, reason: null, Slots.Now);

        slot.Cancel("Ward is short of staff", Slots.Now).IsSuccess.Should().BeTrue();

        slot.Status.Should().Be(HelpSlotStatus.Cancelled);
        slot.CancelReason.Should().Be("Ward is short of staff");
        slot.Claims.Should().BeEmpty();
        slot.SeatsTaken.Should().Be(0);
        slot.Bookings.SelectMany(b => b.Claims).Should().BeEmpty();
        slot.Bookings.Select(b => b.Status).Should().Equal(
            BookingStatus.CancelledByChampion, BookingStatus.CancelledByChampion, BookingStatus.CancelledByStaff);
        slot.Events.OfType<BookingCancelled>().Where(e => e.ByChampion).Select(e => e.BookingId).Should().Equal(first.Id, second.Id);
    }

    [Fact]
    public void A_time_is_withdrawn_once_and_only_before_it_starts()
    {
        var slot = Slots.Slot();
        slot.Cancel(reason: null, slot.StartsAt).Error.Should().Be(HelpSlotErrors.TooLateToCancel);
        slot.Claims.Should().NotBeEmpty();

        slot.Cancel(reason: null, slot.StartsAt.AddTicks(-1)).IsSuccess.Should().BeTrue();

        slot.Cancel(reason: null, Slots.Now).Error.Should().Be(HelpSlotErrors.AlreadyCancelled);
    }

    [Theory]
    [InlineData("Their number is 943 476 5919", "FreeText.NhsNumber")]
    [InlineData(null, "FreeText.TooLong")]
    public void A_reason_that_may_not_be_stored_changes_nothing(string? reason, string code)
    {
        var slot = Slots.Slot();
        var booking = slot.BookedBy(tom);
        reason ??= new string('x', HelpSlot.ReasonMax + 1);

        slot.Cancel(reason, Slots.Now).Error!.Code.Should().Be(code);
        slot.CancelBooking(booking.Id, byChampion: true, reason, Slots.Now).Error!.Code.Should().Be(code);

        slot.Status.Should().Be(HelpSlotStatus.Offered);
        booking.IsLive.Should().BeTrue();
        slot.Events.Should().ContainSingle();
    }
}
