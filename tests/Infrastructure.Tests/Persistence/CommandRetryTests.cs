using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>What happens to a command when another writer was in the way.</summary>
public sealed class CommandRetryTests
{
    [Theory, EveryDatabase]
    public async Task A_row_changed_by_somebody_else_is_loaded_again_and_the_command_decides_anew(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(capacity: 2);
        var tries = 0;

        var result = await db.ActAs(trust.AsCoordinator, scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            async ct =>
            {
                var context = scope.GetRequiredService<IChampionsDb>();
                var loaded = await context.HelpSlots.Include(s => s.Bookings).SingleAsync(s => s.Id == slot.Id, ct);
                if (++tries == 1)
                {
                    await BookAsync(trust, slot, trust.Colleague.Id);
                }

                var seat = loaded.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now).Value.Seat;
                await context.SaveChangesAsync(ct);
                return seat;
            },
            _ => null,
            default));

        tries.Should().Be(2);
        result.Value.Should().Be(2, "the colleague took the first seat meanwhile");
        (await db.AllAsync<Booking>()).Select(b => b.Seat).Should().BeEquivalentTo([1, 2]);
    }

    [Theory, EveryDatabase]
    public async Task A_taken_key_becomes_the_error_that_the_command_has_for_it_and_stores_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OfferAsync();
        var before = await Snapshot.TakeAsync(db);
        var keys = new List<string>();

        var result = await db.ActAs(trust.AsChampion, scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            async ct =>
            {
                var context = scope.GetRequiredService<ChampionsDbContext>();
                context.Add(Given.Slot(trust.Champion));
                await context.SaveChangesAsync(ct);
                return 1;
            },
            key =>
            {
                keys.Add(key);
                return HelpSlotErrors.AlreadyTaken;
            },
            default));

        keys.Should().Equal(UniqueKeys.TimeClaim);
        result.Error.Should().Be(HelpSlotErrors.AlreadyTaken);
        (await Snapshot.TakeAsync(db)).ChangedSince(before).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_taken_key_that_the_command_does_not_know_is_tried_again_and_in_the_end_is_a_conflict(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OfferAsync();
        var tries = 0;

        var result = await db.ActAs(trust.AsChampion, scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            async ct =>
            {
                tries++;
                var context = scope.GetRequiredService<ChampionsDbContext>();
                context.Add(Given.Slot(trust.Champion));
                await context.SaveChangesAsync(ct);
                return 1;
            },
            _ => null,
            default));

        tries.Should().BeInRange(5, 20);
        result.Error!.Kind.Should().Be(ErrorKind.Conflict);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_command_leaves_nothing_behind_for_the_next_save(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();

        await db.ActAs(trust.AsCoordinator, async scope =>
        {
            var context = scope.GetRequiredService<IChampionsDb>();
            await context.RunAsync<int>(
                async ct =>
                {
                    var loaded = await context.HelpSlots.SingleAsync(s => s.Id == slot.Id, ct);
                    loaded.Book(trust.Colleague.Id, Given.Request(), Given.Now);
                    return HelpSlotErrors.Started;
                },
                _ => null,
                default);
            await context.SaveChangesAsync(default);
        });

        (await db.AllAsync<Booking>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_bug_is_not_tried_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var tries = 0;

        var run = () => db.Run(scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            _ =>
            {
                tries++;
                throw new InvalidOperationException("a bug");
            },
            _ => null,
            default));

        await run.Should().ThrowAsync<InvalidOperationException>();
        tries.Should().Be(1);
    }

    [Theory]
    [EveryDatabase(UniqueKeys.StaffEmail)]
    [EveryDatabase(UniqueKeys.TimeClaim)]
    [EveryDatabase(UniqueKeys.Seat)]
    [EveryDatabase(UniqueKeys.BookingRequestKey)]
    [EveryDatabase(UniqueKeys.OpenAssignment)]
    [EveryDatabase(UniqueKeys.SessionRequestKey)]
    [EveryDatabase(UniqueKeys.SessionBooking)]
    public async Task Each_unique_key_is_recognised_by_its_name(DatabaseKind kind, string key)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();
        var (first, second) = await PairAsync(key, trust, slot);
        await db.SaveAsync(first);

        var fault = await db.Run(async scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            context.AddRange(second);
            var saving = () => context.SaveChangesAsync();
            var thrown = (await saving.Should().ThrowAsync<DbUpdateException>()).Which;
            return UniqueViolation.KeyOf(thrown, context.Model);
        });

        fault.Should().Be(key);
    }

    /// <summary>Two things that cannot both be stored.</summary>
    private static async Task<(object[] First, object[] Second)> PairAsync(string key, SmallTrust trust, HelpSlot slot)
    {
        var elsewhere = Given.Slot(trust.Champion, Given.TomorrowAfternoon.AddDays(1));
        var request = Given.Request();
        return key switch
        {
            UniqueKeys.StaffEmail => (
                [Given.Person(trust.Trust.Id, "Ada Brown", "ada.brown@trust.example")], [Given.Person(trust.Trust.Id, "Adam Brown", "Ada.Brown@trust.example")]),
            UniqueKeys.TimeClaim => ([elsewhere], [Given.Slot(trust.Champion, elsewhere.StartsAt.AddMinutes(10))]),
            UniqueKeys.Seat => ([await FreshBookingAsync(trust, slot, trust.Colleague.Id)], [await FreshBookingAsync(trust, slot, trust.HelpdeskAgent.Id)]),
            UniqueKeys.BookingRequestKey => (
                [await FreshBookingAsync(trust, slot, trust.Colleague.Id, request)], [elsewhere, elsewhere.Book(trust.Colleague.Id, request, Given.Now).Value]),
            UniqueKeys.OpenAssignment => ([await FreshAssignmentAsync(trust, Given.Today)], [await FreshAssignmentAsync(trust, Given.Today.AddDays(1))]),
            UniqueKeys.SessionRequestKey => (
                [Given.Session(trust.Champion, key: request.RequestKey)], [Given.Session(trust.Champion, key: request.RequestKey)]),
            UniqueKeys.SessionBooking => await SessionsOfOneBookingAsync(trust, slot),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "No pair for this key."),
        };
    }

    private static async Task<(object[] First, object[] Second)> SessionsOfOneBookingAsync(SmallTrust trust, HelpSlot slot)
    {
        var booking = await FreshBookingAsync(trust, slot, trust.Colleague.Id);
        SupportSession Logged() => Given.Session(trust.Champion, booking: booking.Id);
        return ([booking, Logged()], [Logged()]);
    }

    /// <summary>A booking as somebody makes it who has not seen the others: always the first seat.</summary>
    private static async Task<Booking> FreshBookingAsync(SmallTrust trust, HelpSlot slot, StaffMemberId person, BookingRequest? request = null)
    {
        var copy = await trust.Db.ActAs(trust.AsStaff, scope =>
            scope.GetRequiredService<IChampionsDb>().HelpSlots.AsNoTracking().SingleAsync(s => s.Id == slot.Id));
        return copy.Book(person, request ?? Given.Request(), Given.Now).Value;
    }

    /// <summary>An assignment as somebody makes it who has not seen the others.</summary>
    private static async Task<WardAssignment> FreshAssignmentAsync(SmallTrust trust, DateOnly from)
    {
        var copy = await trust.Db.ActAs(trust.AsCoordinator, scope => scope.GetRequiredService<IChampionsDb>().Champions.AsNoTracking().SingleAsync());
        return copy.Assign(trust.Ward.Id, from, until: null, Given.Today, Given.Now).Value;
    }

    private static Task BookAsync(SmallTrust trust, HelpSlot slot, StaffMemberId person) => trust.Db.ActAs(trust.AsCoordinator, async scope =>
    {
        var context = scope.GetRequiredService<IChampionsDb>();
        var loaded = await context.HelpSlots.Include(s => s.Bookings).SingleAsync(s => s.Id == slot.Id);
        loaded.Book(person, Given.Request(), Given.Now);
        await context.SaveChangesAsync(default);
    });
}
