using System.Collections.Concurrent;
using Champions.Application.HelpSlots;
using Champions.Application.Jobs;
using Champions.Domain.HelpSlots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Tests.HelpSlots;

public sealed class ClaimedTimeTests
{
    [Theory, EveryDatabase]
    public async Task Claims_more_than_a_day_past_are_deleted_in_every_trust(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (trust, other) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        var slot = Given.Slot(trust.Champion, Given.Now.AddHours(2));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var late = Given.Slot(trust.Champion, Given.Now.AddDays(9));
        await db.SaveAsync(slot, late, Given.Slot(other.Champion, Given.Now.AddDays(3)));

        db.Clock.Now = late.StartsAt.AddDays(1);
        (await RunAsync<PurgeTimeClaims>(db)).Should().Be("18 past claims deleted");
        (await db.AllAsync<TimeClaim>()).Should().HaveCount(6).And.OnlyContain(c => c.HelpSlotId == late.Id);

        db.Clock.Advance(TimeSpan.FromMinutes(10));
        (await RunAsync<PurgeTimeClaims>(db)).Should().Be("2 past claims deleted");
        db.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync<PurgeTimeClaims>(db)).Should().Be("4 past claims deleted");
        (await RunAsync<PurgeTimeClaims>(db)).Should().BeNull();
        (await db.AllAsync<HelpSlot>()).Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task Claims_that_agree_with_what_is_offered_and_booked_are_no_news(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await BusyTrustAsync(db);

        (await RunAsync<CheckTimeClaims>(db)).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task Time_that_has_begun_may_have_lost_its_claims(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await BusyTrustAsync(db);
        db.Clock.Now = Given.Now.AddDays(30);
        await RunAsync<PurgeTimeClaims>(db);

        (await RunAsync<CheckTimeClaims>(db)).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_lost_claim_fails_the_run_is_named_and_raises_an_alarm(DatabaseKind kind)
    {
        var alarms = new Alarms();
        await using var db = await TestDatabase.CreateAsync(kind, services => services.AddSingleton<ILoggerProvider>(alarms));
        var slot = await BusyTrustAsync(db);
        var booking = slot.Bookings.Single(b => b.IsLive);
        await db.ExecuteAsync($"DELETE FROM \"TimeClaims\" WHERE \"Quantum\" = {slot.Claims[1].Quantum}");

        var run = () => RunAsync<CheckTimeClaims>(db);

        (await run.Should().ThrowAsync<JobFailedException>()).WithMessage(
            $"2 differences in claimed time: slot {slot.Id.Value} has 5 of 6 claims; booking {booking.Id.Value} has 5 of 6 claims");
        alarms.Messages.Should().BeEquivalentTo(
            $"Claimed time differs: slot {slot.Id.Value} has 5 of 6 claims", $"Claimed time differs: booking {booking.Id.Value} has 5 of 6 claims");
    }

    [Theory]
    [EveryDatabase("UPDATE \"TimeClaims\" SET \"Quantum\" = \"Quantum\" + 1000", "slot {0} claims other minutes than its own; booking {1} claims other minutes than its own")]
    [EveryDatabase("UPDATE \"HelpSlots\" SET \"Status\" = 'Cancelled'", "slot {0} is cancelled and still claims time")]
    [EveryDatabase("UPDATE \"Bookings\" SET \"Status\" = 'CancelledByStaff'", "booking {1} is cancelled and still claims time")]
    [EveryDatabase("UPDATE \"HelpSlots\" SET \"Minutes\" = 25", "slot {0} has 6 of 5 claims; booking {1} has 6 of 5 claims")]
    [EveryDatabase("UPDATE \"Bookings\" SET \"BookedById\" = (SELECT \"PersonId\" FROM \"HelpSlots\" LIMIT 1)", "booking {1} claims other minutes than its own")]
    public async Task Every_kind_of_difference_is_found(DatabaseKind kind, string sql, string words)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion);
        var booking = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        await db.SaveAsync(slot);
        await db.ExecuteAsync(sql);

        var run = () => RunAsync<CheckTimeClaims>(db);

        (await run.Should().ThrowAsync<JobFailedException>())
            .Which.Message.Should().EndWith(": " + string.Format(words, slot.Id.Value, booking.Id.Value));
    }

    [Theory, EveryDatabase]
    public async Task Many_differences_fit_into_the_run_history(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync([.. Enumerable.Range(1, 1200).Select(n => Given.Slot(trust.Champion, Given.Now.AddMinutes(15 * n), 10))]);
        await db.ExecuteAsync("UPDATE \"HelpSlots\" SET \"Status\" = 'Cancelled'");

        var run = () => RunAsync<CheckTimeClaims>(db);

        (await run.Should().ThrowAsync<JobFailedException>()).Which.Message.Should().StartWith("1,200 differences").And
            .EndWith("and 1,196 more").And.Match(m => m.Length <= 500);
    }

    /// <summary>Two trusts with live, moved and cancelled bookings and a cancelled time; gives back the time tomorrow, booked once.</summary>
    private static async Task<HelpSlot> BusyTrustAsync(TestDatabase db)
    {
        var (trust, other) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        var people = await trust.HirePeopleAsync(2);
        var slot = Given.Slot(trust.Champion, capacity: 3);
        var later = Given.Slot(trust.Champion, Given.Now.AddDays(4), 60);
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddDays(5));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var gone = slot.Book(people[0].Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(gone.Id, byChampion: false, reason: null, Given.Now);
        var moved = slot.Book(people[1].Id, Given.Request(), Given.Now).Value;
        slot.MoveBooking(moved.Id, later, Given.Now);
        cancelled.Book(people[0].Id, Given.Request(), Given.Now);
        cancelled.Cancel(reason: null, Given.Now);
        await db.SaveAsync(slot, later, cancelled, Given.Slot(other.Champion, Given.Now.AddDays(2)));
        return slot;
    }

    private static Task<string?> RunAsync<TJob>(TestDatabase db) where TJob : IRecurringJob =>
        db.Run(services => services.GetRequiredService<TJob>().RunAsync(CancellationToken.None));

    /// <summary>Collects what somebody must be woken up for.</summary>
    private sealed class Alarms : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Messages.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
