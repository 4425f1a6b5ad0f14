using Champions.Application.Abstractions;
using Champions.Application.HelpSlots;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.HelpSlots;

public sealed class CancelHelpSlotTests
{
    [Theory, EveryDatabase]
    public async Task Cancelling_gives_all_time_back_and_counts_who_is_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var people = await trust.HirePeopleAsync(3);
        var slot = Given.Slot(trust.Champion, capacity: 4);
        var gone = slot.Book(people[0].Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(gone.Id, byChampion: false, reason: null, Given.Now);
        slot.Book(people[1].Id, Given.Request(), Given.Now);
        slot.Book(people[2].Id, Given.Request(), Given.Now);
        var untouched = Given.Slot(trust.Champion, Given.Now.AddDays(2));
        untouched.Book(people[0].Id, Given.Request(), Given.Now);
        await db.SaveAsync(slot, untouched);

        (await CancelAsync(db, trust.AsChampion, slot.Id, "  Short of staff ")).Value.Should().Be(2);

        var stored = (await db.AllAsync<HelpSlot>()).Single(s => s.Id == slot.Id);
        stored.Status.Should().Be(HelpSlotStatus.Cancelled);
        stored.CancelReason.Should().Be("Short of staff");
        var bookings = (await db.AllAsync<Booking>()).Where(b => b.HelpSlotId == slot.Id).ToList();
        bookings.Where(b => b.Status == BookingStatus.CancelledByChampion).Select(b => b.BookedById).Should().BeEquivalentTo([people[1].Id, people[2].Id]);
        bookings.Should().OnlyContain(b => !b.IsLive && b.Sequence == 1);
        (await db.AllAsync<TimeClaim>()).Should().HaveCount(12).And.OnlyContain(c =>
            c.HelpSlotId == untouched.Id || c.BookingId == untouched.Bookings[0].Id);
    }

    [Theory, EveryDatabase]
    public async Task The_minutes_of_a_cancelled_time_can_be_offered_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();

        await CancelAsync(db, trust.AsChampion, slot.Id);

        var again = () => trust.OfferAsync();
        await again.Should().NotThrowAsync();
    }

    [Theory, EveryDatabase]
    public async Task The_coordinator_of_the_trust_may_cancel_and_nobody_else(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var colleague = Given.Person(trust.Trust.Id, "Priya Shah");
        var champion = Given.Champion(colleague);
        await db.SaveAsync(colleague, champion);
        var slot = await trust.OfferAsync();
        var anotherChampion = new Actor(colleague.Id, trust.Trust.Id, champion.Id, Roles.Staff | Roles.Champion);

        (await CancelAsync(db, other.AsCoordinator, slot.Id)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await CancelAsync(db, other.AsChampion, slot.Id)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await CancelAsync(db, SmallTrust.AsAdministrator, slot.Id)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await CancelAsync(db, anotherChampion, slot.Id)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await CancelAsync(db, trust.AsStaff, slot.Id)).Error.Should().Be(HelpSlotErrors.NotFound);
        (await db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered);

        (await CancelAsync(db, trust.AsCoordinator, slot.Id)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_time_is_cancelled_once_and_not_after_it_has_started(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var (first, second) = (await trust.OfferAsync(), await trust.OfferAsync(Given.Now.AddDays(2)));

        await CancelAsync(db, trust.AsChampion, first.Id);
        (await CancelAsync(db, trust.AsChampion, first.Id)).Error.Should().Be(HelpSlotErrors.AlreadyCancelled);

        db.Clock.Now = second.StartsAt;
        (await CancelAsync(db, trust.AsChampion, second.Id)).Error.Should().Be(HelpSlotErrors.TooLateToCancel);
    }

    [Theory, EveryDatabase]
    public async Task A_reason_with_an_NHS_number_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();

        (await CancelAsync(db, trust.AsChampion, slot.Id, "Seeing 943 476 5919")).Error!.Code.Should().Be("FreeText.NhsNumber");

        (await db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_books_while_the_time_is_cancelled_is_told_or_was_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var people = await trust.HirePeopleAsync(8);
        for (var round = 0; round < 5; round++)
        {
            var slot = await trust.OfferAsync(Given.Now.AddDays(round + 1), capacity: 8);

            var bookings = people.Select(p => BookAsync(db, trust.AsPerson(p), slot.Id, p)).ToList();
            var told = await CancelAsync(db, trust.AsChampion, slot.Id);
            var booked = (await Task.WhenAll(bookings)).Count(b => b.IsSuccess);

            told.Value.Should().Be(booked);
            var stored = (await db.AllAsync<Booking>()).Where(b => b.HelpSlotId == slot.Id).ToList();
            stored.Should().HaveCount(booked);
            stored.Select(b => b.Status).Should().AllBeEquivalentTo(BookingStatus.CancelledByChampion);
            (await db.AllAsync<TimeClaim>()).Should().BeEmpty();
        }
    }

    private static Task<Result<int>> CancelAsync(TestDatabase db, Actor actor, HelpSlotId slot, string? reason = null) =>
        db.As(actor, (CancelHelpSlotHandler handler) => handler.HandleAsync(new CancelHelpSlot(slot, reason), actor, default));

    private static Task<Result<BookingId>> BookAsync(TestDatabase db, Actor actor, HelpSlotId id, StaffMember person) =>
        db.ActAs(actor, scope =>
        {
            var champions = scope.GetRequiredService<IChampionsDb>();
            return champions.RunAsync<BookingId>(
                async ct =>
                {
                    var slot = await champions.HelpSlots.Include(s => s.Bookings).SingleAsync(s => s.Id == id, ct);
                    var booking = slot.Book(person.Id, Given.Request(), Given.Now);
                    if (!booking.IsSuccess)
                    {
                        return booking.Error;
                    }

                    await champions.SaveChangesAsync(ct);
                    return booking.Value.Id;
                },
                _ => null,
                default);
        });
}
