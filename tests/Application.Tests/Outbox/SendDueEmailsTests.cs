using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Application.Reminders;
using Champions.Application.Time;
using Champions.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Outbox;

/// <summary>Claim, commit, send, finish: whatever the relay says or does.</summary>
public sealed class SendDueEmailsTests
{
    [Theory, EveryDatabase]
    public async Task An_accepted_email_is_sent_once_with_its_calendar_file(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(1));

        (await desk.SendAsync()).Should().Be("2 sent");
        (await desk.SendAsync()).Should().BeNull();

        var rows = await desk.Db.EmailsAsync();
        rows.Should().AllSatisfy(e =>
        {
            (e.State, e.SentAt, e.Attempts, e.LastReply).Should().Be((OutboxState.Sent, desk.Db.Clock.Now, 0, "250 2.0.0 Ok: queued"));
            (e.LeaseToken, e.LeaseNode, e.LeaseUntil).Should().Be((null, null, null));
        });
        desk.Relay.Given.Select(e => e.MessageId).Should().BeEquivalentTo(rows.Select(e => e.MessageId));
        desk.Relay.Accepted.Should().AllSatisfy(e =>
        {
            e.FromAddress.Should().Be("champions@localhost.example");
            e.CalendarMethod.Should().Be("REQUEST");
            e.Calendar.Should().Contain($"UID:{booking.Value:D}@champions\r\n").And.Contain("SEQUENCE:0\r\n").And.Contain("METHOD:REQUEST\r\n")
                .And.Contain("DTSTAMP:20261124T100100Z\r\n").And.Contain("DTSTART:20261125T141500Z\r\n").And.Contain("DTEND:20261125T144500Z\r\n")
                .And.NotContain("blood", "calendars are seen over shoulders");
        });
    }

    [Theory, EveryDatabase]
    public async Task A_cancellation_carries_a_calendar_file_that_takes_the_booking_out(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.SendAsync();
        await desk.CancelAsync(booking);

        await desk.SendAsync();

        desk.Relay.Accepted.Skip(2).Should().HaveCount(2).And.AllSatisfy(e =>
        {
            e.CalendarMethod.Should().Be("CANCEL");
            e.Calendar.Should().Contain($"UID:{booking.Value:D}@champions\r\n").And.Contain("SEQUENCE:1\r\n").And.Contain("METHOD:CANCEL\r\n").And.Contain("STATUS:CANCELLED\r\n");
        });
    }

    [Theory, EveryDatabase]
    public async Task An_email_put_off_is_tried_again_with_the_same_id_after_a_while(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Relay.Reply(DeliveryOutcome.TryLater, DeliveryOutcome.TryLater);

        (await desk.SendAsync()).Should().Be("1 put off");
        var first = (await desk.Db.EmailsAsync()).Single();
        (first.State, first.Attempts, first.LastReply).Should().Be((OutboxState.Pending, 1, "451 4.7.1 Try again later"));
        first.NextTryAt.Should().BeCloseTo(Given.Now.AddSeconds(5), TimeSpan.FromSeconds(1.5));
        (await desk.SendAsync()).Should().BeNull("it is not due yet");

        desk.Db.Clock.Advance(TimeSpan.FromSeconds(5));
        await desk.SendAsync();
        desk.Db.Clock.Advance(TimeSpan.FromSeconds(10));
        (await desk.SendAsync()).Should().Be("1 sent");

        desk.Relay.Given.Select(e => e.MessageId).Should().HaveCount(3).And.AllBe(first.MessageId);
        (await desk.Db.EmailsAsync()).Single().Attempts.Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task An_email_put_off_again_and_again_is_given_up_when_its_use_has_passed_not_earlier(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, usefulUntil: Given.Now.AddHours(3));
        desk.Relay.OnSend = (_, _) => Task.FromResult<DeliveryReply?>(new(DeliveryOutcome.TryLater, "451 Later"));

        for (; desk.Db.Clock.Now < Given.Now.AddHours(3); desk.Db.Clock.Advance(RetryDelay.Longest))
        {
            await desk.SendAsync();
        }

        (await desk.Db.EmailsAsync()).Single().State.Should().Be(OutboxState.Pending);
        desk.Relay.Given.Should().HaveCountGreaterThan(30, "five minutes are the longest pause");
        (await desk.SendAsync()).Should().Be("1 too late");
        var dead = (await desk.Db.EmailsAsync()).Single();
        (dead.State, dead.LastReply).Should().Be((OutboxState.Dead, "Not sent in time. Last reply: 451 Later"));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_email_is_dead_at_once_with_the_relays_words_and_the_others_go_on(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 20);
        var unlucky = (await desk.Db.EmailsAsync())[7].MessageId;
        desk.Relay.OnSend = async (email, token) =>
        {
            await Task.Delay(5, token);
            return email.MessageId == unlucky ? new(DeliveryOutcome.Refused, "550 5.1.1 User unknown") : null;
        };

        (await desk.SendAsync()).Should().Be("19 sent, 1 failed");

        var dead = (await desk.Db.EmailsAsync()).Single(e => e.State == OutboxState.Dead);
        (dead.MessageId, dead.LastReply, dead.Attempts).Should().Be((unlucky, "550 5.1.1 User unknown", 1));
        desk.Relay.MostAtOnce.Should().BeInRange(2, SendDueEmails.Senders);
    }

    [Theory, EveryDatabase]
    public async Task While_the_relay_is_down_one_email_probes_no_attempt_is_counted_and_all_arrive_afterwards(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 20);
        var down = true;
        desk.Relay.OnSend = (_, _) => Task.FromResult<DeliveryReply?>(down ? new(DeliveryOutcome.Unreachable, "No connection") : null);

        await desk.Invoking(d => d.SendAsync()).Should().ThrowAsync<JobFailedException>().WithMessage("The relay cannot be reached*");
        desk.Relay.Given.Count.Should().BeLessThanOrEqualTo(SendDueEmails.Senders);
        var tried = desk.Relay.Given.Count;
        (await desk.SendAsync()).Should().BeNull("the next probe is not due yet");
        desk.Relay.Given.Should().HaveCount(tried);

        desk.Db.Clock.Advance(TimeSpan.FromSeconds(10));
        await Record.ExceptionAsync(() => desk.SendAsync());
        desk.Relay.Given.Should().HaveCount(tried + 1, "one email probes");
        State(desk).Status.Should().Be(SenderStatus.RelayDown);
        (await desk.Db.EmailsAsync()).Should().AllSatisfy(e => (e.State, e.Attempts, e.NextTryAt).Should().Be((OutboxState.Pending, 0, Given.Now)));

        down = false;
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(1));
        (await desk.SendAsync()).Should().Be("20 sent");
        State(desk).Should().Be(new Standing(SenderStatus.Working, null, null, null));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_log_in_stops_the_sender_with_its_reason_until_a_probe_some_minutes_later(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Relay.Reply(DeliveryOutcome.Stopped);

        await desk.Invoking(d => d.SendAsync()).Should().ThrowAsync<JobFailedException>();

        State(desk).Should().Be(new Standing(
            SenderStatus.Stopped, "535 5.7.8 Authentication credentials invalid", Given.Now, Given.Now + SenderState.StopLasts));
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(4));
        (await desk.SendAsync()).Should().BeNull();
        desk.Relay.Given.Should().ContainSingle();
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(2));
        (await desk.SendAsync()).Should().Be("1 sent");
    }

    [Theory, EveryDatabase]
    public async Task The_probe_after_a_stop_is_another_email_so_that_one_alone_cannot_stop_all(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        var refused = (await desk.Db.EmailsAsync()).Single();
        desk.Relay.Reply(DeliveryOutcome.Stopped);
        await desk.Invoking(d => d.SendAsync()).Should().ThrowAsync<JobFailedException>();
        await QueueAsync(desk, people: 2);

        desk.Db.Clock.Advance(SenderState.StopLasts);

        (await desk.SendAsync()).Should().Be("2 sent");
        desk.Relay.Accepted.Should().NotContain(e => e.ToAddress == refused.ToAddress);
        State(desk).Status.Should().Be(SenderStatus.Working);
    }

    [Theory, EveryDatabase]
    public async Task A_poisoned_row_is_parked_with_the_reason_and_the_others_go_on(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 3);
        var poisoned = (await desk.Db.EmailsAsync())[0].Id;
        await desk.Db.ExecuteAsync(
            $$"""UPDATE "OutboxEmails" SET "Data" = 'not json' WHERE "MessageId" LIKE '{{poisoned:N}}%'""");

        (await desk.SendAsync()).Should().Be("2 sent, 1 failed");

        var parked = (await desk.Db.EmailsAsync()).Single(e => e.Id == poisoned);
        (parked.State, parked.LastReply).Should().Be((OutboxState.Dead, "Not sent: the email could not be written (JsonException)."));
    }

    [Theory, EveryDatabase]
    public async Task A_transport_that_throws_puts_the_email_off(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Relay.OnSend = (_, _) => throw new InvalidOperationException("bug");

        (await desk.SendAsync()).Should().Be("1 put off");

        (await desk.Db.EmailsAsync()).Single().LastReply.Should().Be("The transport failed (InvalidOperationException).");
    }

    [Theory, EveryDatabase]
    public async Task When_the_process_stops_what_has_not_begun_is_handed_back_and_what_is_under_way_is_finished(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 10);
        using var stop = new CancellationTokenSource();
        var first = new TaskCompletionSource<DeliveryReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = 0;
        desk.Relay.OnSend = async (_, token) =>
        {
            if (Interlocked.Increment(ref begun) == 1)
            {
                // Its body has begun: the transport hears no more of stopping
                return await first.Task;
            }

            await Task.Delay(Timeout.Infinite, token);
            return null;
        };

        var run = desk.SendAsync(stop.Token);
        await Poll.UntilAsync(() => begun == SendDueEmails.Senders, "all senders are busy");
        await stop.CancelAsync();
        first.SetResult(null);

        (await run).Should().Be("1 sent");
        (await desk.Db.EmailsAsync()).GroupBy(e => (e.State, e.Attempts)).ToDictionary(g => g.Key, g => g.Count())
            .Should().Equal(new Dictionary<(OutboxState, int), int> { [(OutboxState.Sent, 0)] = 1, [(OutboxState.Pending, 0)] = 9 });
    }

    [Theory, EveryDatabase]
    public async Task One_email_that_hangs_keeps_no_other_from_leaving(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 9);
        var hanging = new TaskCompletionSource<DeliveryReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = 0;
        desk.Relay.OnSend = (_, _) => Interlocked.Increment(ref begun) == 1 ? hanging.Task : Task.FromResult<DeliveryReply?>(null);

        var run = desk.SendAsync();
        await Poll.UntilAsync(() => desk.Relay.Accepted.Count == 8, "the others have left");
        hanging.SetResult(null);

        (await run).Should().Be("9 sent");
    }

    [Theory, EveryDatabase]
    public async Task A_clock_set_a_day_on_and_back_loses_no_email_and_puts_none_off_for_a_day(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk, people: 2, usefulUntil: Given.Now.AddHours(3));
        desk.Relay.Reply(DeliveryOutcome.TryLater, DeliveryOutcome.TryLater);
        await desk.SendAsync();

        desk.Db.Clock.Jump(TimeSpan.FromDays(1));
        (await desk.SendAsync()).Should().BeNull("by a clock that was just set nothing is too late");
        desk.Db.Clock.Jump(TimeSpan.FromDays(-1));
        await desk.Db.ExecuteAsync($"""UPDATE "OutboxEmails" SET "NextTryAt" = {Stored(desk, Given.Now.AddDays(1))}""");
        desk.Db.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SendAsync();
        desk.Db.Clock.Advance(ClockWatch.Settling);

        (await desk.SendAsync()).Should().Be("2 sent");
    }

    [Theory, EveryDatabase]
    public async Task What_became_untrue_between_queueing_and_leaving_is_not_sent(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var slot = await desk.Trust.OfferAsync();
        var booking = await desk.BookAsync(slot);

        // As if a row had been on its way during the change and came back
        await desk.Db.ExecuteAsync("""UPDATE "Bookings" SET "Sequence" = 1""");

        (await desk.SendAsync()).Should().Be("2 no longer needed");
        (await desk.QueuedAsync(OutboxState.Superseded)).Should().HaveCount(2);
    }

    private static string Stored(MailDesk desk, DateTimeOffset instant) =>
        desk.Db.Kind == DatabaseKind.Sqlite ? $"{instant.UtcTicks}" : $"'{instant:O}'";

    private static Standing State(MailDesk desk) => desk.Db.Services.GetRequiredService<SenderState>().Now;

    /// <summary>Emails that are about nothing that could change under them.</summary>
    private static async Task QueueAsync(MailDesk desk, int people = 1, DateTimeOffset? usefulUntil = null)
    {
        var staff = people == 1 ? [desk.Trust.Colleague] : await desk.Trust.HirePeopleAsync(people);
        var (_, champion, _) = await desk.HireChampionAsync("Grace Bello");
        var assignment = champion.Assign(desk.Trust.Ward.Id, Given.Today, until: null, Given.Today, Given.Now).Value;
        ((IAggregate)champion).ClearEvents();
        await desk.Db.SaveAsync(assignment);
        await desk.Db.SaveAsync([.. staff.Select(person => OutboxEmail.Queue(
            new OutboxDraft(
                desk.Trust.Trust.Id, person.Id, person.Email, person.Name, ReminderReason.AssignmentStarted, assignment.Id.Value, 0, "",
                Given.Now, usefulUntil ?? Given.Now.AddDays(1), 1, null, EmailSamples.AssignmentJson),
            "trust.example",
            Given.Now))]);
    }
}
