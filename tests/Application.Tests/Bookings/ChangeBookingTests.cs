using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.Bookings;

public sealed class ChangeBookingTests
{
    [Theory, EveryDatabase]
    public async Task A_moved_booking_keeps_its_id_and_takes_seat_and_minutes_along(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var from = await trust.OfferAsync();
        var to = await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1), minutes: 20);
        var booking = await BookedAsync(trust, from);

        var result = await MoveAsync(trust, trust.AsStaff, booking, to);

        result.Value.Should().Be(booking);
        var moved = (await db.AllAsync<Booking>()).Should().ContainSingle().Subject;
        (moved.Id, moved.HelpSlotId, moved.Sequence, moved.Status).Should().Be((booking, to.Id, 1, BookingStatus.Booked));
        (await MinutesOfAsync(trust, booking)).Should().Be(20);
        (await BookAsync(trust, trust.AsHelpdesk, from)).IsSuccess.Should().BeTrue("the old place is free again");
    }

    [Theory, EveryDatabase]
    public async Task A_booking_can_move_to_a_time_that_overlaps_its_own(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var from = await trust.OfferAsync();
        var other = Given.Person(trust.Trust.Id, "Grace Bello");
        var champion = Given.Champion(other);
        var to = Given.Slot(champion, Given.TomorrowAfternoon.AddMinutes(10));
        await db.SaveAsync(other, champion, to);
        var booking = await BookedAsync(trust, from);

        (await MoveAsync(trust, trust.AsStaff, booking, to)).IsSuccess.Should().BeTrue();

        (await MinutesOfAsync(trust, booking)).Should().Be(30);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_bookings_that_move_to_one_place_at_once_one_gets_there_and_the_others_stay(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var group = await trust.OfferAsync(capacity: 8);
        var to = await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        var people = await trust.HirePeopleAsync(8);
        var bookings = new List<(Actor Actor, BookingId Id)>();
        foreach (var actor in people.Select(trust.AsPerson))
        {
            bookings.Add((actor, (await BookAsync(trust, actor, group)).Value));
        }

        var results = await Task.WhenAll(bookings.Select(b => MoveAsync(trust, b.Actor, b.Id, to)));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Select(r => r.Error).Should().AllBeEquivalentTo(HelpSlotErrors.AlreadyTaken);
        var stored = await db.AllAsync<Booking>();
        stored.Count(b => b.HelpSlotId == to.Id).Should().Be(1);
        stored.Count(b => b.HelpSlotId == group.Id && b.Sequence == 0).Should().Be(7);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_does_not_move_to_where_its_person_is_busy_or_may_not_be(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var elsewhere = await SmallTrust.CreateOtherAsync(db);
        var foreign = await elsewhere.OfferAsync();
        var from = await trust.OfferAsync();
        var other = Given.Person(trust.Trust.Id, "Grace Bello");
        var champion = Given.Champion(other);
        var later = Given.TomorrowAfternoon.AddHours(1);
        var clash = Given.Slot(champion, later);
        await db.SaveAsync(other, champion, clash);
        var taken = await trust.OfferAsync(later);
        var booking = await BookedAsync(trust, from);
        await BookedAsync(trust, taken);

        (await MoveAsync(trust, trust.AsStaff, booking, clash)).Error.Should().Be(HelpSlotErrors.PersonBusy);
        (await MoveAsync(trust, trust.AsChampion, booking, clash)).Error.Should().Be(BookingErrors.BookerBusy);
        (await MoveAsync(trust, trust.AsStaff, booking, foreign)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await MoveAsync(trust, trust.AsStaff, booking, from)).Error.Should().Be(HelpSlotErrors.SameSlot);
        (await MoveAsync(trust, trust.AsHelpdesk, booking, clash)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await MoveAsync(elsewhere, elsewhere.AsCoordinator, booking, foreign)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        db.Clock.Now = from.StartsAt;
        (await MoveAsync(trust, trust.AsStaff, booking, clash)).Error.Should().Be(BookingErrors.Started);
        (await db.AllAsync<Booking>()).Should().OnlyContain(b => b.Sequence == 0);
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_gives_seat_and_minutes_back_so_that_the_time_can_be_booked_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();
        var booking = await BookedAsync(trust, slot);

        (await CancelAsync(trust, trust.AsStaff, booking, "On another shift")).IsSuccess.Should().BeTrue();

        var cancelled = (await db.AllAsync<Booking>()).Single();
        (cancelled.Status, cancelled.Sequence, cancelled.CancelReason).Should().Be((BookingStatus.CancelledByStaff, 1, "On another shift"));
        (await MinutesOfAsync(trust, booking)).Should().Be(0);
        (await BookAsync(trust, trust.AsStaff, slot)).IsSuccess.Should().BeTrue("the same person may think again");
        (await BookAsync(trust, trust.AsHelpdesk, slot)).Error.Should().Be(HelpSlotErrors.AlreadyTaken);
    }

    [Theory, EveryDatabase]
    public async Task Champion_and_coordinator_cancel_on_the_champions_side(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var first = await BookedAsync(trust, await trust.OfferAsync());
        var second = await BookedAsync(trust, await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1)));

        await CancelAsync(trust, trust.AsChampion, first);
        await CancelAsync(trust, trust.AsCoordinator, second);

        (await db.AllAsync<Booking>()).Should().OnlyContain(b => b.Status == BookingStatus.CancelledByChampion);
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_is_refused_twice_after_the_start_and_to_strangers(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var elsewhere = await SmallTrust.CreateOtherAsync(db);
        var slot = await trust.OfferAsync();
        var booking = await BookedAsync(trust, slot);
        var gone = await BookedAsync(trust, await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1)));
        await CancelAsync(trust, trust.AsStaff, gone);

        (await CancelAsync(trust, trust.AsStaff, gone)).Error.Should().Be(HelpSlotErrors.BookingClosed);
        (await CancelAsync(trust, trust.AsHelpdesk, booking)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await CancelAsync(elsewhere, elsewhere.AsCoordinator, booking)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await CancelAsync(trust, trust.AsStaff, booking, "Patient 943 476 5919")).Error!.Code.Should().Be("FreeText.NhsNumber");
        db.Clock.Now = slot.StartsAt;
        (await CancelAsync(trust, trust.AsStaff, booking)).Error.Should().Be(BookingErrors.Started);
        (await db.AllAsync<Booking>()).Single(b => b.Id == booking).Status.Should().Be(BookingStatus.Booked);
    }

    [Theory, EveryDatabase]
    public async Task Moved_and_cancelled_at_once_a_booking_ends_in_one_of_both_states_with_the_right_minutes(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var from = await trust.OfferAsync();
        var to = await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        var booking = await BookedAsync(trust, from);

        await Task.WhenAll(MoveAsync(trust, trust.AsStaff, booking, to), CancelAsync(trust, trust.AsChampion, booking));

        (await db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.CancelledByChampion);
        (await MinutesOfAsync(trust, booking)).Should().Be(0);
    }

    private static async Task<BookingId> BookedAsync(SmallTrust trust, HelpSlot slot) => (await BookAsync(trust, trust.AsStaff, slot)).Value;

    private static Task<Result<BookingId>> BookAsync(SmallTrust trust, Actor actor, HelpSlot slot) =>
        trust.Db.As(actor, (BookHelpSlotHandler handler) => handler.HandleAsync(
            new BookHelpSlot(slot.Id, null, "Finding blood results", null, Guid.CreateVersion7(Given.Now)), actor, default));

    private static Task<Result<BookingId>> MoveAsync(SmallTrust trust, Actor actor, BookingId booking, HelpSlot to) =>
        trust.Db.As(actor, (MoveBookingHandler handler) => handler.HandleAsync(new MoveBooking(booking, to.Id), actor, default));

    private static Task<Result<BookingId>> CancelAsync(SmallTrust trust, Actor actor, BookingId booking, string? reason = null) =>
        trust.Db.As(actor, (CancelBookingHandler handler) => handler.HandleAsync(new CancelBooking(booking, reason), actor, default));

    private static async Task<int> MinutesOfAsync(SmallTrust trust, BookingId booking) =>
        (await trust.Db.AllAsync<TimeClaim>()).Count(c => c.BookingId == booking) * TimeClaim.MinutesPerQuantum;
}
