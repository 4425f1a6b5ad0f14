using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

public sealed class MoveTests
{
    private readonly StaffMemberId tom = Slots.Person();

    [Fact]
    public void A_moved_booking_keeps_its_id_and_takes_seat_and_time_in_the_other_slot()
    {
        var from = Slots.Slot();
        var to = Slots.Slot(Slots.Tomorrow.AddHours(3), minutes: 15, capacity: 2);
        to.BookedBy(Slots.Person());
        var booking = from.BookedBy(tom);
        var (versionFrom, versionTo) = (from.Version, to.Version);

        var moved = from.MoveBooking(booking.Id, to, Slots.Now).Value;

        moved.Should().BeSameAs(booking);
        moved.HelpSlotId.Should().Be(to.Id);
        moved.Seat.Should().Be(2);
        moved.Sequence.Should().Be(1);
        moved.Claims.Select(c => c.Quantum).Should().Equal(Slots.Quanta(to.StartsAt, 15));
        from.Bookings.Should().BeEmpty();
        to.Bookings.Should().Contain(moved);
        from.Version.Should().BeGreaterThan(versionFrom);
        to.Version.Should().BeGreaterThan(versionTo);
        to.Events.Should().EndWith(new BookingMoved(Slots.Trust, to.Id, booking.Id, from.Id));
    }

    [Fact]
    public void Minutes_that_both_times_share_keep_their_claim()
    {
        var from = Slots.Slot(Slots.Tomorrow);
        var to = Slots.Slot(Slots.Tomorrow.AddMinutes(15));
        var booking = from.BookedBy(tom);
        var before = booking.Claims.ToList();

        from.MoveBooking(booking.Id, to, Slots.Now);

        booking.Claims.Select(c => c.Quantum).Should().BeEquivalentTo(Slots.Quanta(to.StartsAt, 30));
        booking.Claims.Intersect(before).Should().HaveCount(3);
    }

    [Fact]
    public void A_booking_does_not_move_to_where_it_cannot_be()
    {
        var from = Slots.Slot();
        var booking = from.BookedBy(tom);
        var full = Slots.Slot(Slots.Tomorrow.AddHours(1));
        full.BookedBy(Slots.Person());
        var cancelled = Slots.Slot(Slots.Tomorrow.AddHours(2));
        cancelled.Cancel(reason: null, Slots.Now);
        var both = Slots.Slot(Slots.Tomorrow.AddHours(3), capacity: 2);
        both.BookedBy(tom);

        from.MoveBooking(booking.Id, from, Slots.Now).Error.Should().Be(HelpSlotErrors.SameSlot);
        from.MoveBooking(booking.Id, full, Slots.Now).Error.Should().Be(HelpSlotErrors.AlreadyTaken);
        from.MoveBooking(booking.Id, cancelled, Slots.Now).Error.Should().Be(HelpSlotErrors.Cancelled);
        from.MoveBooking(booking.Id, both, Slots.Now).Error.Should().Be(HelpSlotErrors.AlreadyBooked);
        from.MoveBooking(new BookingId(Guid.CreateVersion7(Slots.Now)), both, Slots.Now).Error.Should().Be(HelpSlotErrors.BookingNotFound);

        booking.HelpSlotId.Should().Be(from.Id);
        booking.Sequence.Should().Be(0);
        from.Bookings.Should().Equal(booking);
    }

    [Fact]
    public void What_has_started_or_was_cancelled_stays_where_it_is()
    {
        var from = Slots.Slot(Slots.Now.AddMinutes(5));
        var to = Slots.Slot();
        var booking = from.BookedBy(tom);

        from.MoveBooking(booking.Id, to, from.StartsAt).Error.Should().Be(BookingErrors.Started);
        to.BookedBy(Slots.Person());
        from.CancelBooking(booking.Id, byChampion: false, reason: null, Slots.Now);
        from.MoveBooking(booking.Id, to, Slots.Now).Error.Should().Be(HelpSlotErrors.BookingClosed);
    }
}
