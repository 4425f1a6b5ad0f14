using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.Bookings;

public sealed class BookHelpSlotTests
{
    [Theory, EveryDatabase]
    public async Task Of_50_people_who_book_the_last_place_at_once_one_gets_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();
        var people = await trust.HirePeopleAsync(50);

        var results = await Task.WhenAll(people.Select(p => BookAsync(trust, trust.AsPerson(p), slot)));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Select(r => r.Error).Should().HaveCount(49).And.AllBeEquivalentTo(HelpSlotErrors.AlreadyTaken);
        (await db.AllAsync<Booking>()).Should().ContainSingle().Which.Seat.Should().Be(1);
        (await db.AllAsync<TimeClaim>()).Count(c => c.BookingId is not null).Should().Be(6);
    }

    [Theory, EveryDatabase]
    public async Task Twenty_people_fill_a_session_of_8_and_no_seat_is_given_twice(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(capacity: 8);
        var people = await trust.HirePeopleAsync(20);

        var results = await Task.WhenAll(people.Select(p => BookAsync(trust, trust.AsPerson(p), slot)));

        results.Count(r => r.IsSuccess).Should().Be(8);
        results.Where(r => !r.IsSuccess).Select(r => r.Error).Should().AllBeEquivalentTo(HelpSlotErrors.AlreadyTaken);
        (await db.AllAsync<Booking>()).Select(b => b.Seat).Should().BeEquivalentTo(Enumerable.Range(1, 8));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_people_fill_a_session_of_50_at_once_and_nobody_is_sent_away(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(capacity: HelpSlot.MaxCapacity);
        var people = await trust.HirePeopleAsync(HelpSlot.MaxCapacity);

        var results = await Task.WhenAll(people.Select(p => BookAsync(trust, trust.AsPerson(p), slot)));

        results.Where(r => !r.IsSuccess).Select(r => r.Error).Should().BeEmpty();
        (await db.AllAsync<Booking>()).Select(b => b.Seat).Should().BeEquivalentTo(Enumerable.Range(1, HelpSlot.MaxCapacity));
    }

    [Theory, EveryDatabase]
    public async Task One_person_cannot_be_in_two_places_at_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var colleague = Given.Person(trust.Trust.Id, "Grace Bello");
        var other = Given.Champion(colleague, trust.System);
        await db.SaveAsync(colleague, other);
        var first = await trust.OfferAsync();
        var overlapping = Given.Slot(other, Given.TomorrowAfternoon.AddMinutes(25));
        await db.SaveAsync(overlapping);

        var results = await Task.WhenAll(BookAsync(trust, trust.AsStaff, first), BookAsync(trust, trust.AsStaff, overlapping));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Single(r => !r.IsSuccess).Error.Should().Be(HelpSlotErrors.PersonBusy);
        (await db.AllAsync<Booking>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task A_champion_cannot_book_help_while_they_offer_a_time_themselves(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var colleague = Given.Person(trust.Trust.Id, "Grace Bello");
        var other = Given.Champion(colleague, trust.System);
        await db.SaveAsync(colleague, other, Given.Slot(other));
        var slot = await trust.OfferAsync();

        var result = await BookAsync(trust, new Actor(colleague.Id, trust.Trust.Id, other.Id, Roles.Staff | Roles.Champion), slot);

        result.Error.Should().Be(HelpSlotErrors.PersonBusy);
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_many_times_at_once_makes_one_booking_and_answers_with_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(capacity: 8);
        var key = Guid.CreateVersion7(Given.Now);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BookAsync(trust, trust.AsStaff, slot, key)));

        results.Should().OnlyContain(r => r.IsSuccess);
        var booking = (await db.AllAsync<Booking>()).Should().ContainSingle().Subject;
        results.Select(r => r.Value).Distinct().Should().Equal(booking.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_form_sent_again_later_finds_its_booking_and_queues_no_further_email(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();
        var key = Guid.CreateVersion7(Given.Now);
        var first = await BookAsync(trust, trust.AsStaff, slot, key);
        await db.As(trust.AsStaff, (CancelBookingHandler handler) => handler.HandleAsync(new CancelBooking(first.Value, null), trust.AsStaff, default));
        var emails = (await db.EmailsAsync()).Count;
        db.Clock.Now = Given.Now.AddDays(3);

        var again = await BookAsync(trust, trust.AsStaff, slot, key);

        again.Value.Should().Be(first.Value);
        (await db.AllAsync<Booking>()).Should().ContainSingle().Which.Status.Should().Be(BookingStatus.CancelledByStaff);
        (await db.EmailsAsync()).Should().HaveCount(emails);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_form_gives_neither_their_booking_nor_a_new_one(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(capacity: 8);
        var key = Guid.CreateVersion7(Given.Now);
        await BookAsync(trust, trust.AsStaff, slot, key);

        var result = await BookAsync(trust, trust.AsHelpdesk, slot, key);

        result.Error.Should().Be(BookingErrors.FormUsed);
        (await db.AllAsync<Booking>()).Should().ContainSingle().Which.BookedById.Should().Be(trust.Colleague.Id);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_booked_is_refused_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var elsewhere = await SmallTrust.CreateOtherAsync(db);
        var slot = await trust.OfferAsync();
        var foreign = await elsewhere.OfferAsync();
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddHours(5));
        cancelled.Cancel(reason: null, Given.Now);
        await db.SaveAsync(cancelled);

        (await BookAsync(trust, trust.AsStaff, foreign)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await BookAsync(trust, trust.AsStaff, Given.Slot(trust.Champion, Given.Now.AddHours(6)))).Error.Should().Be(HelpSlotErrors.NotFound);
        (await BookAsync(trust, trust.AsStaff, cancelled)).Error.Should().Be(HelpSlotErrors.Cancelled);
        (await BookAsync(trust, trust.AsChampion, slot)).Error.Should().Be(HelpSlotErrors.OwnSlot);
        (await BookAsync(trust, trust.AsStaff, slot, system: elsewhere.System.Id)).Error.Should().Be(BookingErrors.SystemUnknown);
        (await BookAsync(trust, trust.AsStaff, slot, note: "Patient 943 476 5919")).Error!.Code.Should().Be("FreeText.NhsNumber");
        (await BookAsync(trust, trust.AsStaff, slot, note: new string('a', FreeText.NoteMax + 1))).Error!.Code.Should().Be("FreeText.TooLong");
        db.Clock.Now = slot.StartsAt;
        (await BookAsync(trust, trust.AsStaff, slot)).Error.Should().Be(HelpSlotErrors.Started);
        (await db.AllAsync<Booking>()).Should().BeEmpty();
    }

    private static Task<Result<BookingId>> BookAsync(
        SmallTrust trust, Actor actor, HelpSlot slot, Guid? key = null, DigitalSystemId? system = null, string? note = null) =>
        trust.Db.As(actor, (BookHelpSlotHandler handler) => handler.HandleAsync(
            new BookHelpSlot(slot.Id, system, "Finding blood results", note, key ?? Guid.CreateVersion7(Given.Now)), actor, default));
}
