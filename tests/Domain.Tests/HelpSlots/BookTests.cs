using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

public sealed class BookTests
{
    private readonly StaffMemberId tom = Slots.Person();
    private readonly StaffMemberId priya = Slots.Person();

    [Fact]
    public void A_booking_takes_the_first_seat_and_claims_the_bookers_minutes()
    {
        var slot = Slots.Slot(capacity: 3);
        var before = slot.Version;

        var booking = slot.Book(tom, Slots.Request(), Slots.Now).Value;

        booking.Seat.Should().Be(1);
        booking.Status.Should().Be(BookingStatus.Booked);
        booking.Sequence.Should().Be(0);
        booking.Claims.Select(c => c.Quantum).Should().Equal(Slots.Quanta(slot.StartsAt, slot.Minutes));
        booking.Claims.Should().OnlyContain(c => c.PersonId == tom && c.BookingId == booking.Id && c.HelpSlotId == null);
        slot.Version.Should().BeGreaterThan(before);
        slot.Events.Should().Equal(new BookingMade(Slots.Trust, slot.Id, booking.Id));
    }

    [Fact]
    public void Seats_are_filled_in_order_and_a_freed_one_first()
    {
        var slot = Slots.Slot(capacity: 3);
        slot.BookedBy(tom);
        var second = slot.BookedBy(priya);
        slot.BookedBy(Slots.Person()).Seat.Should().Be(3);

        slot.CancelBooking(second.Id, byChampion: false, reason: null, Slots.Now).IsSuccess.Should().BeTrue();

        slot.BookedBy(Slots.Person()).Seat.Should().Be(2);
    }

    [Fact]
    public void A_taken_slot_is_refused()
    {
        var slot = Slots.Slot();
        slot.BookedBy(tom);

        slot.Book(priya, Slots.Request(), Slots.Now).Error.Should().Be(HelpSlotErrors.AlreadyTaken);

        slot.Bookings.Should().ContainSingle();
    }

    [Fact]
    public void Nobody_takes_two_places_in_one_slot()
    {
        var slot = Slots.Slot(capacity: 2);
        slot.BookedBy(tom);

        slot.Book(tom, Slots.Request(), Slots.Now).Error.Should().Be(HelpSlotErrors.AlreadyBooked);
    }

    [Fact]
    public void Who_gave_a_place_back_may_book_again()
    {
        var slot = Slots.Slot();
        var first = slot.BookedBy(tom);
        slot.CancelBooking(first.Id, byChampion: false, reason: null, Slots.Now);

        var second = slot.BookedBy(tom);

        second.Id.Should().NotBe(first.Id);
        slot.SeatsTaken.Should().Be(1);
    }

    [Fact]
    public void A_champion_does_not_book_their_own_time() =>
        Slots.Slot().Book(Slots.Amara, Slots.Request(), Slots.Now).Error.Should().Be(HelpSlotErrors.OwnSlot);

    [Fact]
    public void A_time_that_has_started_is_refused()
    {
        var slot = Slots.Slot();

        slot.Book(tom, Slots.Request(), slot.StartsAt).Error.Should().Be(HelpSlotErrors.Started);
        slot.Book(tom, Slots.Request(), slot.StartsAt.AddTicks(-1)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void A_cancelled_time_is_refused()
    {
        var slot = Slots.Slot();
        slot.Cancel(reason: null, Slots.Now);

        slot.Book(tom, Slots.Request(), Slots.Now).Error.Should().Be(HelpSlotErrors.Cancelled);
    }

    [Theory]
    [InlineData("943 476 5919", null, "FreeText.NhsNumber")]
    [InlineData(null, "Patient 9434765919 waits", "FreeText.NhsNumber")]
    public void Patient_numbers_are_not_stored(string? topic, string? note, string code)
    {
        var slot = Slots.Slot();

        slot.Book(tom, Slots.Request(topic, note), Slots.Now).Error!.Code.Should().Be(code);

        slot.Bookings.Should().BeEmpty();
        slot.Events.Should().BeEmpty();
    }

    [Fact]
    public void Long_words_are_refused_and_blank_ones_are_nothing()
    {
        Slots.Slot().Book(tom, Slots.Request(new string('x', Booking.TopicMax + 1)), Slots.Now).Error!.Code.Should().Be("FreeText.TooLong");
        Slots.Slot().Book(tom, Slots.Request(topic: null, new string('x', 201)), Slots.Now).Error!.Code.Should().Be("FreeText.TooLong");
        Slots.Slot().Book(tom, Slots.Request("  ", " \n "), Slots.Now).Value.Should().Match<Booking>(b => b.Topic == null && b.Note == null);
    }
}
