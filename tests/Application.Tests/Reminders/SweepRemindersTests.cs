using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Application.Tests.Outbox;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Reminders;

/// <summary>Exactly the right reminders, once, whatever went wrong in between.</summary>
public sealed class SweepRemindersTests
{
    private static readonly DateTimeOffset InAWeek = Given.TomorrowAfternoon.AddDays(7);

    [Theory, EveryDatabase]
    public async Task Booker_and_champion_are_reminded_24_hours_before_and_once(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));

        desk.Db.Clock.Now = InAWeek.AddHours(-24).AddSeconds(-1);
        (await desk.SweepAsync()).Should().BeNull();
        desk.Db.Clock.Now = InAWeek.AddHours(-24);
        (await desk.SweepAsync()).Should().Be("2 reminders queued");
        (await desk.SweepAsync()).Should().BeNull("a second sweep finds nothing");

        (await RemindersAsync(desk)).Should().BeEquivalentTo(
            new[] { (ReminderReason.BookingTomorrow, desk.BookerAddress), (ReminderReason.BookingTomorrow, desk.ChampionAddress) });
        var planned = await desk.Db.AllAsync<Reminder>();
        planned.Should().HaveCount(2).And.AllSatisfy(r => (r.DueAt, r.OutboxEmailId is null).Should().Be((InAWeek.AddHours(-24), false)));
        await desk.SendAsync();
        desk.Relay.Accepted.Select(e => e.Subject).Where(s => s.Contains("tomorrow", StringComparison.Ordinal))
            .Should().HaveCount(2).And.AllBe("Digital help tomorrow: Wednesday 2 December, 2:15pm");
    }

    [Theory, EveryDatabase]
    public async Task A_booking_made_later_is_reminded_of_two_hours_before(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var startsAt = Given.Now.AddHours(20);
        await desk.BookAsync(await desk.Trust.OfferAsync(startsAt));

        (await desk.SweepAsync()).Should().BeNull();
        desk.Db.Clock.Now = startsAt.AddHours(-2);
        await desk.SweepAsync();

        (await RemindersAsync(desk)).Select(r => r.Reason).Should().Equal(ReminderReason.BookingToday, ReminderReason.BookingToday);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_made_within_two_hours_has_its_confirmation_for_a_reminder(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var startsAt = Given.Now.AddMinutes(90);
        await desk.BookAsync(await desk.Trust.OfferAsync(startsAt));

        for (; desk.Db.Clock.Now < startsAt.AddHours(1); desk.Db.Clock.Advance(TimeSpan.FromMinutes(10)))
        {
            (await desk.SweepAsync()).Should().BeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_moved_booking_is_reminded_of_for_its_new_time_and_the_old_reminder_never_leaves(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));
        await desk.SendAsync();
        desk.Db.Clock.Now = InAWeek.AddHours(-24);
        await desk.SweepAsync();

        var later = InAWeek.AddDays(3);
        await desk.MoveAsync(booking, await desk.Trust.OfferAsync(later));
        await desk.SendAsync();
        (await desk.SweepAsync()).Should().BeNull();
        desk.Db.Clock.Now = later.AddHours(-24);
        await desk.SweepAsync();
        await desk.SendAsync();

        desk.Relay.Accepted.Where(e => e.ToAddress == desk.BookerAddress).Select(e => e.Subject).Should().Equal(
            "Digital help booked for Wednesday 2 December, 2:15pm",
            "Digital help moved to Saturday 5 December, 2:15pm",
            "Digital help tomorrow: Saturday 5 December, 2:15pm");
    }

    [Theory, EveryDatabase]
    public async Task A_booking_moved_to_the_same_hour_of_another_champion_is_still_reminded_of(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (person, grace, _) = await desk.HireChampionAsync("Grace Bello");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));
        desk.Db.Clock.Now = InAWeek.AddHours(-24);
        await desk.SweepAsync();

        desk.Db.Clock.Now = InAWeek.AddHours(-20);
        await desk.MoveAsync(booking, await desk.OfferAsync(grace, InAWeek));
        desk.Db.Clock.Now = InAWeek.AddHours(-2);
        (await desk.SweepAsync()).Should().Be("2 reminders queued");

        (await RemindersAsync(desk)).Where(r => r.Reason == ReminderReason.BookingToday).Select(r => r.To)
            .Should().BeEquivalentTo(desk.BookerAddress, person.Email);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_booking_is_reminded_of_never_even_when_the_reminder_was_queued(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var first = await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));
        var second = await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek.AddHours(3)));
        await desk.SendAsync();
        await desk.CancelAsync(second);
        desk.Db.Clock.Now = InAWeek.AddHours(-20);
        (await desk.SweepAsync()).Should().Be("2 reminders queued");

        await desk.CancelAsync(first);
        await desk.SendAsync();

        desk.Relay.Accepted.Should().NotContain(e => e.Subject.Contains("tomorrow", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task After_three_days_down_what_is_still_to_come_is_reminded_of_and_what_has_passed_is_dropped_and_counted(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        foreach (var days in new[] { 2, 3, 4, 5 })
        {
            await desk.BookAsync(await desk.Trust.OfferAsync(Given.Now.AddDays(days).AddHours(1)));
        }

        // Down from before the first reminder until between the third and the fourth appointment
        desk.Db.Clock.Now = Given.Now.AddDays(4).AddHours(2);
        (await desk.SweepAsync()).Should().Be("2 reminders queued, 6 dropped because their time had passed");
        (await desk.SweepAsync()).Should().BeNull();

        (await desk.Db.AllAsync<Reminder>()).Count(r => r.OutboxEmailId is null).Should().Be(6);
    }

    [Theory, EveryDatabase]
    public async Task Many_sweeps_at_once_queue_each_reminder_once(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek.AddHours(i)));
        }

        var session = Given.Session(desk.Trust.Champion);
        await desk.Db.SaveAsync(session, Given.FollowUp(session, Given.Today.AddDays(3)));
        desk.Db.Clock.Now = InAWeek.AddHours(-19);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(desk.SweepAsync)));

        (await RemindersAsync(desk)).Should().HaveCount(11);
        (await desk.Db.AllAsync<Reminder>()).Should().HaveCount(11);
    }

    [Theory, EveryDatabase]
    public async Task More_than_a_batch_is_planned_in_one_run(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        await desk.Db.SaveAsync([session, .. Enumerable.Range(0, SweepReminders.Batch + 5).Select(_ => Given.FollowUp(session, Given.Today.AddDays(1)))]);
        desk.Db.Clock.Now = Given.Now.AddDays(1);

        (await desk.SweepAsync()).Should().Be("105 reminders queued");
    }

    [Theory, EveryDatabase]
    public async Task A_clock_set_a_day_on_and_back_brings_no_reminder_early(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));
        desk.Db.Clock.Now = InAWeek.AddHours(-40);
        (await desk.SweepAsync()).Should().BeNull();

        desk.Db.Clock.Jump(TimeSpan.FromDays(1));
        await desk.Invoking(d => d.SweepAsync()).Should().ThrowAsync<JobFailedException>();
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Invoking(d => d.SweepAsync()).Should().ThrowAsync<JobFailedException>("it has not been steady for long");
        desk.Db.Clock.Jump(TimeSpan.FromDays(-1));
        await desk.Invoking(d => d.SweepAsync()).Should().ThrowAsync<JobFailedException>();
        (await RemindersAsync(desk)).Should().BeEmpty();

        desk.Db.Clock.Now = InAWeek.AddHours(-24);
        (await desk.SweepAsync()).Should().Be("2 reminders queued");
    }

    [Theory, EveryDatabase]
    public async Task Reminders_reach_every_trust(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var other = await SmallTrust.CreateOtherAsync(desk.Db);
        var theirs = await other.OfferAsync(InAWeek);
        await desk.BookAsync(theirs, other.AsStaff);
        await desk.BookAsync(await desk.Trust.OfferAsync(InAWeek));
        desk.Db.Clock.Now = InAWeek.AddHours(-23);

        await desk.SweepAsync();

        (await desk.Db.AllAsync<Reminder>()).GroupBy(r => r.TrustId).ToDictionary(g => g.Key, g => g.Count())
            .Should().Equal(new Dictionary<TrustId, int> { [desk.Trust.Trust.Id] = 2, [other.Trust.Id] = 2 });
    }

    [Theory, EveryDatabase]
    public async Task A_follow_up_is_reminded_of_on_its_day_at_8am_then_after_three_working_days_then_weekly(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        var dueOn = new DateOnly(2026, 12, 1);
        await desk.Db.SaveAsync(session, Given.FollowUp(session, dueOn));

        var seen = new List<(DateTimeOffset At, ReminderReason Reason)>();
        for (var at = UkCalendar.At(dueOn, new TimeOnly(7, 59)); at < UkCalendar.At(dueOn.AddDays(21), new TimeOnly(8, 0)); at = at.AddMinutes(30))
        {
            desk.Db.Clock.Now = at;
            if (await desk.SweepAsync() is not null)
            {
                seen.Add((at, (await RemindersAsync(desk))[^1].Reason));
            }
        }

        seen.Select(s => (DateOnly.FromDateTime(s.At.UtcDateTime), TimeOnly.FromDateTime(s.At.UtcDateTime), s.Reason)).Should().Equal(
            (new DateOnly(2026, 12, 1), new TimeOnly(8, 29), ReminderReason.FollowUpDue),
            (new DateOnly(2026, 12, 4), new TimeOnly(8, 29), ReminderReason.FollowUpOverdue),
            (new DateOnly(2026, 12, 11), new TimeOnly(8, 29), ReminderReason.FollowUpOverdue),
            (new DateOnly(2026, 12, 18), new TimeOnly(8, 29), ReminderReason.FollowUpOverdue));
    }

    [Theory, EveryDatabase]
    public async Task A_follow_up_opened_on_its_day_after_8am_is_not_reminded_of_that_day(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        await desk.Db.SaveAsync(session, Given.FollowUp(session, Given.Today));

        (await desk.SweepAsync()).Should().BeNull("it was opened at 10am");
        desk.Db.Clock.Now = UkCalendar.At(Given.Today.AddDays(3), new TimeOnly(8, 0));
        await desk.SweepAsync();

        (await RemindersAsync(desk)).Should().ContainSingle().Which.Reason.Should().Be(ReminderReason.FollowUpOverdue);
    }

    [Theory, EveryDatabase]
    public async Task After_weeks_down_only_the_newest_reminder_of_a_follow_up_is_queued(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        await desk.Db.SaveAsync(session, Given.FollowUp(session, new DateOnly(2026, 12, 1)));
        desk.Db.Clock.Now = UkCalendar.At(new DateOnly(2026, 12, 20), new TimeOnly(9, 0));

        (await desk.SweepAsync()).Should().Be("1 reminder queued, 3 dropped because their time had passed");
        (await desk.SweepAsync()).Should().BeNull();

        var queued = (await desk.Db.AllAsync<Reminder>()).Single(r => r.OutboxEmailId is not null);
        (queued.Reason, queued.DueAt).Should().Be((ReminderReason.FollowUpOverdue, UkCalendar.At(new DateOnly(2026, 12, 18), new TimeOnly(8, 0))));
    }

    [Theory, EveryDatabase]
    public async Task A_follow_up_closed_before_its_reminder_left_is_not_reminded_of(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        var followUp = Given.FollowUp(session, Given.Today.AddDays(1));
        await desk.Db.SaveAsync(session, followUp);
        desk.Db.Clock.Now = Given.Now.AddDays(1);
        await desk.SweepAsync();

        await desk.Db.ActAs(desk.Trust.AsChampion, async scope =>
        {
            var db = scope.GetRequiredService<IChampionsDb>();
            var stored = await db.FollowUps.SingleAsync(f => f.Id == followUp.Id);
            stored.Complete(SessionOutcome.Resolved, null, desk.Db.Clock.Now).IsSuccess.Should().BeTrue();
            await db.SaveChangesAsync(default);
        });

        (await desk.SendAsync()).Should().Be("1 no longer needed");
        desk.Relay.Given.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_follow_up_reminder_that_was_held_up_gives_way_to_the_next(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var session = Given.Session(desk.Trust.Champion);
        await desk.Db.SaveAsync(session, Given.FollowUp(session, new DateOnly(2026, 12, 1)));
        foreach (var day in new[] { 1, 4 })
        {
            desk.Db.Clock.Now = UkCalendar.At(new DateOnly(2026, 12, day), new TimeOnly(8, 0));
            await desk.SweepAsync();
        }

        (await desk.SendAsync()).Should().Be("1 sent, 1 no longer needed");

        desk.Relay.Accepted.Should().ContainSingle().Which.Subject.Should().Be("Follow-up still open: due Tuesday 1 December");
    }

    [Theory]
    [EveryDatabase("2026-10-25T14:15:00Z")]
    [EveryDatabase("2027-03-28T13:15:00Z")]
    public async Task The_day_after_a_clock_change_is_reminded_of_24_hours_before_with_the_time_on_the_wall(DatabaseKind kind, string start)
    {
        var startsAt = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        await using var desk = await MailDesk.OpenAsync(kind);
        desk.Db.Clock.Now = startsAt.AddDays(-10);
        var slot = HelpSlot.Offer(
            desk.Trust.Trust.Id, desk.Trust.Champion.Id, desk.Trust.ChampionPerson.Id, Given.Offer(startsAt), desk.Db.Clock.Now).Value;
        await desk.Db.SaveAsync(slot);
        await desk.BookAsync(slot);
        await desk.SendAsync();

        desk.Db.Clock.Now = startsAt.AddHours(-24).AddMinutes(-1);
        (await desk.SweepAsync()).Should().BeNull();
        desk.Db.Clock.Now = startsAt.AddHours(-24);
        await desk.SweepAsync();
        await desk.SendAsync();

        desk.Relay.Accepted[^1].Subject.Should().StartWith("Digital help tomorrow: Sunday 2").And.EndWith(", 2:15pm");
    }

    private static async Task<IReadOnlyList<(ReminderReason Reason, string To)>> RemindersAsync(MailDesk desk) =>
        [.. (await desk.Db.EmailsAsync()).Where(e => e.Priority == 2).Select(e => (e.Reason, e.ToAddress))];
}
