using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Champions.Infrastructure.Demo;
using Champions.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Demo;

public sealed class DemoTests
{
    private const string Password = "demo password 1";

    [Theory, EveryDatabase]
    public async Task An_empty_database_gets_three_trusts_with_people_wards_and_ten_weeks_of_work(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        (await FillAsync(db)).Should().BeTrue();

        (await db.AllAsync<Trust>()).Should().HaveCount(3).And.OnlyContain(t => t.UsesChampions);
        (await db.AllAsync<Ward>()).Should().HaveCount(40);
        (await db.AllAsync<Champion>()).Should().HaveCount(60);
        (await db.AllAsync<StaffMember>()).Should().HaveCount(600);
        (await db.AllAsync<Account>()).Should().HaveCount(601);
        var slots = await db.AllAsync<HelpSlot>();
        slots.Min(s => s.StartsAt).Should().BeCloseTo(Given.Now.AddDays(-56), TimeSpan.FromDays(3));
        slots.Max(s => s.StartsAt).Should().BeCloseTo(Given.Now.AddDays(14), TimeSpan.FromDays(3));
        (await db.AllAsync<SupportSession>()).Count(s => s.OccurredOn < Given.Today.AddDays(-49)).Should().BeGreaterThan(50);
    }

    [Theory]
    [EveryDatabase("2026-11-24T10:00:00Z")]
    [EveryDatabase("2026-11-28T03:10:00Z")]
    public async Task The_first_sweep_queues_both_reminders_beside_the_confirmations(DatabaseKind kind, string now)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        db.Clock.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        await FillAsync(db);

        await db.Run(scope => ((IRecurringJob)scope.GetRequiredService(RecurringJobs.All.Single(j => j.Id == "plan-reminders").Job)).RunAsync(CancellationToken.None));

        var emails = await db.EmailsAsync();
        emails.Where(e => e.ToAddress == "staff@demo.example").Select(e => e.Reason).Should().BeEquivalentTo(
            [ReminderReason.BookingConfirmed, ReminderReason.BookingConfirmed, ReminderReason.BookingTomorrow]);
        emails.Should().Contain(e => e.ToAddress == "champion@demo.example" && e.Reason == ReminderReason.FollowUpDue)
            .And.Contain(e => e.ToAddress == "champion@demo.example" && e.Reason == ReminderReason.BookingTomorrow);
        emails.Count.Should().BeLessThan(100, "nobody reads more than that in /dev/mail");
    }

    [Theory, EveryDatabase]
    public async Task One_email_was_refused_by_the_relay(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        await FillAsync(db);

        var refused = (await db.EmailsAsync()).Should().ContainSingle(e => e.State == OutboxState.Dead).Subject;
        refused.LastReply.Should().StartWith("550 ");
        refused.ToAddress.Should().EndWith("@demo.example");
    }

    [Theory, EveryDatabase]
    public async Task A_second_start_finds_it_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await FillAsync(db);

        (await FillAsync(db)).Should().BeFalse();

        (await db.AllAsync<StaffMember>()).Should().HaveCount(600);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_that_start_at_once_fill_it_in_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        var filled = await Task.WhenAll(FillAsync(db), FillAsync(db));

        filled.Should().BeEquivalentTo([true, false]);
        (await db.AllAsync<Trust>()).Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task Broken_off_in_the_middle_it_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind, services => services.AddSingleton<IPasswords, NoPasswords>());

        await FluentActions.Awaiting(() => FillAsync(db)).Should().ThrowAsync<NotSupportedException>();

        (await db.AllAsync<Trust>()).Should().BeEmpty();
        (await db.AllAsync<AuditEntry>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_database_with_anything_in_it_is_left_alone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SmallTrust.CreateAsync(db);

        (await FillAsync(db)).Should().BeFalse();

        (await db.AllAsync<Trust>()).Should().ContainSingle();
    }

    private static Task<bool> FillAsync(TestDatabase db) =>
        db.Services.GetRequiredService<IDemo>().FillIfEmptyAsync(Password, CancellationToken.None);

    /// <summary>Breaks off when trusts, people and history are already written.</summary>
    private sealed class NoPasswords : IPasswords
    {
        public Task<Result<string>> HashAsync(string password, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<bool>> MatchesAsync(string? hash, string password, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
