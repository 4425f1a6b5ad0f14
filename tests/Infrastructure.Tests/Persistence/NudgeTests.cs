using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Common;
using Champions.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>The sender is woken once the email is stored, and not before.</summary>
public sealed class NudgeTests
{
    private readonly CountedNudge nudge = new();

    [Theory, EveryDatabase]
    public async Task A_stored_email_nudges_the_sender(DatabaseKind kind)
    {
        await using var db = await StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        await db.SaveAsync(Email(trust));

        nudge.Count.Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_change_without_email_nudges_nobody(DatabaseKind kind)
    {
        await using var db = await StartAsync(kind);

        await SmallTrust.CreateAsync(db);

        nudge.Count.Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task Inside_a_transaction_the_nudge_waits_for_the_commit(DatabaseKind kind)
    {
        await using var db = await StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var beforeCommit = await db.Run(scope => scope.GetRequiredService<IChampionsDb>().InTransactionAsync(
            async ct =>
            {
                var store = scope.GetRequiredService<IChampionsDb>();
                store.OutboxEmails.Add(Email(trust));
                await store.SaveChangesAsync(ct);
                return nudge.Count;
            },
            default));

        beforeCommit.Should().Be(0);
        nudge.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_nudge_before_the_wait_is_remembered_once()
    {
        using var real = new JobNudge();
        real.Nudge();
        real.Nudge();

        await real.WaitAsync(Timeout.InfiniteTimeSpan, default);

        real.WaitAsync(Timeout.InfiniteTimeSpan, default).IsCompleted.Should().BeFalse();
    }

    private Task<TestDatabase> StartAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, services => services.AddSingleton<IJobNudge>(nudge));

    private static OutboxEmail Email(SmallTrust trust) => OutboxEmail.Queue(
        new OutboxDraft(
            trust.Trust.Id, trust.Colleague.Id, trust.Colleague.Email, trust.Colleague.Name, ReminderReason.BookingConfirmed,
            Id.New<BookingId>(Given.Now).Value, 0, "", Given.Now, Given.Now.AddDays(1), 1, null, "{}"),
        "champions.example",
        Given.Now);

    private sealed class CountedNudge : IJobNudge
    {
        public int Count { get; private set; }

        public void Nudge() => Count++;

        public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
