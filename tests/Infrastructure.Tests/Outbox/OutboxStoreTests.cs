using System.Globalization;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Application.Reminders;
using Champions.Domain.Common;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Outbox;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Outbox;

/// <summary>The queue in the database: claims, leases, order.</summary>
public sealed class OutboxStoreTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Theory, EveryDatabase]
    public async Task Two_senders_at_once_never_get_the_same_email(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync([.. Enumerable.Range(0, 120).Select(_ => Email(trust))]);
        var store = Store(db);

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ClaimAllAsync(store))));

        claims.SelectMany(c => c).Select(e => e.Id).Should().HaveCount(120).And.OnlyHaveUniqueItems();
        (await db.EmailsAsync()).Should().AllSatisfy(e => (e.State, e.LeaseUntil).Should().Be((OutboxState.Sending, Now + OutboxStore.Lease)));
    }

    [Theory, EveryDatabase]
    public async Task The_soonest_appointment_leaves_first_and_digests_last(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var digest = Email(trust, priority: 3);
        var later = Email(trust, priority: 1, appointmentAt: Now.AddDays(3));
        var soon = Email(trust, priority: 2, appointmentAt: Now.AddHours(1));
        var none = Email(trust, priority: 2);
        var notYet = Email(trust, dueAt: Now.AddSeconds(1), appointmentAt: Now.AddMinutes(10));
        await db.SaveAsync(digest, none, later, soon, notYet);

        var claimed = await ClaimAllAsync(Store(db), most: 1);

        claimed.Select(e => e.Id).Should().Equal(soon.Id, later.Id, none.Id, digest.Id);
    }

    [Theory, EveryDatabase]
    public async Task Emails_to_one_person_about_one_thing_leave_one_after_the_other(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var first = Email(trust, subject: 1);
        var second = Email(trust, subject: 1, queuedAt: Now.AddSeconds(1), occasion: "/2");
        await db.SaveAsync(first, second);
        var store = Store(db);
        var later = Now.AddSeconds(2);

        var claimed = (await store.ClaimAsync(10, later, default)).Should().ContainSingle().Subject;
        claimed.Id.Should().Be(first.Id);
        (await store.ClaimAsync(10, later, default)).Should().BeEmpty("the first is on its way");

        await store.FinishAsync(claimed, Finish.TryAgain("451", Now.AddMinutes(1)), default);
        (await store.ClaimAsync(10, later, default)).Should().BeEmpty("the first is tried again before");

        var again = (await store.ClaimAsync(10, Now.AddMinutes(1), default)).Should().ContainSingle().Subject;
        await store.FinishAsync(again, Finish.Refused("550"), default);
        (await store.ClaimAsync(10, Now.AddMinutes(1), default)).Should().ContainSingle("a dead one holds nobody up").Which.Id.Should().Be(second.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_lease_that_ran_out_is_given_back_as_maybe_sent_and_its_old_holder_has_no_say(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Email(trust));
        var store = Store(db);
        var frozen = (await store.ClaimAsync(1, Now, default)).Single();

        (await store.RecoverAsync(Now + OutboxStore.Lease - TimeSpan.FromSeconds(1), default)).Should().Be(0);
        (await store.RecoverAsync(Now + OutboxStore.Lease, default)).Should().Be(1);
        var taken = (await store.ClaimAsync(1, Now + OutboxStore.Lease, default)).Single();

        (taken.MaybeSent, taken.MessageId, taken.LeaseToken == frozen.LeaseToken).Should().Be((true, frozen.MessageId, false));
        (await store.FinishAsync(frozen, Finish.Refused("550"), default)).Should().BeFalse();
        (await store.FinishAsync(taken, Finish.Sent("250", Now), default)).Should().BeTrue();
        (await store.FinishAsync(taken, Finish.Sent("250", Now), default)).Should().BeFalse("it is finished");
        (await db.EmailsAsync()).Single().State.Should().Be(OutboxState.Sent);
    }

    [Theory, EveryDatabase]
    public async Task What_a_dead_process_left_is_back_in_the_queue_within_a_tick(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Email(trust), Email(trust));
        await Store(db).ClaimAsync(2, Now, default);

        // A process started afterwards on the same database: the one before has ended without a word
        await using var next = Restart(db);
        var recovered = await next.GetRequiredService<IOutboxStore>().RecoverAsync(Now, default);

        recovered.Should().Be(2);
        (await db.EmailsAsync()).Should().AllSatisfy(e => (e.State, e.MaybeSent, e.Attempts, e.LeaseNode).Should().Be((OutboxState.Pending, true, 0, null)));
    }

    [Fact]
    public async Task On_PostgreSQL_a_living_node_keeps_its_leases_and_a_dead_one_loses_them_at_once()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Email(trust));
        var other = Restart(db);
        var theirs = other.GetRequiredService<IOutboxStore>();
        await theirs.RecoverAsync(Now, default);
        await theirs.ClaimAsync(1, Now, default);

        (await Store(db).RecoverAsync(Now, default)).Should().Be(0, "the other node lives");
        await other.DisposeAsync();
        (await Store(db).RecoverAsync(Now, default)).Should().Be(1);
    }

    [Fact]
    public async Task On_PostgreSQL_a_node_whose_connection_broke_is_seen_again_at_its_next_tick()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var other = Restart(db);
        var node = db.Services.GetRequiredService<ISenderNode>();
        await node.BeSeenAsync(default);
        await db.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        var watcher = other.GetRequiredService<ISenderNode>();

        (await watcher.DeadAmongAsync([node.Id], default)).Should().Equal(node.Id);
        await node.BeSeenAsync(default);
        (await watcher.DeadAmongAsync([node.Id], default)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task What_has_lost_its_use_is_dead_with_the_reason_and_the_relays_last_words(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var tried = Email(trust, usefulUntil: Now.AddHours(1));
        await db.SaveAsync(tried, Email(trust, usefulUntil: Now.AddHours(1)), Email(trust, usefulUntil: Now.AddHours(2)));
        var store = Store(db);
        await store.FinishAsync((await store.ClaimAsync(10, Now, default)).Single(e => e.Id == tried.Id), Finish.TryAgain(new string('x', 500), Now.AddMinutes(1)), default);
        await store.RecoverAsync(Now.AddHours(1), default);

        (await store.DropAsync(Now.AddHours(1), default)).Should().Be(new Dropped(Superseded: 0, TooLate: 2));

        var dead = (await db.EmailsAsync()).Where(e => e.State == OutboxState.Dead).ToList();
        dead.Single(e => e.Id == tried.Id).LastReply.Should().StartWith("Not sent in time. Last reply: xxx").And.HaveLength(500);
        dead.Single(e => e.Id != tried.Id).LastReply.Should().Be("Not sent: it would have come too late.");
    }

    [Fact]
    public async Task On_SQLite_no_statement_walks_through_every_email_even_by_statistics_of_an_empty_table()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Email(trust), Email(trust));
        await db.ExecuteAsync("ANALYZE");
        var sql = new OutboxSql(DatabaseProvider.Sqlite);

        var plans = new List<string>();
        foreach (var statement in new[] { sql.Claim, sql.Supersede, sql.DropUseless })
        {
            plans.AddRange(await PlanAsync(db, string.Format(CultureInfo.InvariantCulture, statement, 1, 1, 1, 1, 1)));
        }

        plans.Should().Contain(step => step.Contains("IX_OutboxEmails_NextTryAt", StringComparison.Ordinal))
            .And.NotContain(step => step.StartsWith("SCAN OutboxEmails", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task The_same_news_is_never_queued_twice(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Email(trust, subject: 1));

        var again = () => db.SaveAsync(Email(trust, subject: 1));

        await again.Should().ThrowAsync<DbUpdateException>();
    }

    private static Task<List<string>> PlanAsync(TestDatabase db, string statement) => db.Run(async scope =>
    {
        var connection = scope.GetRequiredService<ChampionsDbContext>().Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    });

    private static IOutboxStore Store(TestDatabase db) => db.Services.GetRequiredService<IOutboxStore>();

    /// <summary>The product's services once more on the same database, as another process would have them.</summary>
    private static ServiceProvider Restart(TestDatabase db) => Processes.Another(db);

    private static async Task<List<OutboxEmail>> ClaimAllAsync(IOutboxStore store, int most = 4)
    {
        var all = new List<OutboxEmail>();
        while (await store.ClaimAsync(most, Now, default) is { Count: > 0 } claimed)
        {
            all.AddRange(claimed);
        }

        return all;
    }

    private static OutboxEmail Email(
        SmallTrust trust,
        int? subject = null,
        int priority = 1,
        DateTimeOffset? appointmentAt = null,
        DateTimeOffset? dueAt = null,
        DateTimeOffset? usefulUntil = null,
        DateTimeOffset? queuedAt = null,
        string occasion = "") => OutboxEmail.Queue(
        new OutboxDraft(
            trust.Trust.Id, trust.Colleague.Id, trust.Colleague.Email, trust.Colleague.Name, ReminderReason.WeeklyDigest,
            subject is { } number ? new Guid(number, 0, 0, new byte[8]) : Id.New<BookingId>(Now).Value,
            0, occasion, dueAt ?? Now, usefulUntil ?? Now.AddDays(30), priority, appointmentAt, "{}"),
        "trust.example",
        queuedAt ?? Now);
}
