using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.Application.Time;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Outbox.Sending;

/// <summary>
/// Claims due emails, commits, sends, and only then says what became of them. Killed at any instant it loses nothing: at worst an email goes
/// out again with the same Message-ID.
/// </summary>
public sealed partial class SendDueEmails(
    IOutboxStore store,
    IEmailTransport transport,
    EmailWriter writer,
    SenderState state,
    ClockWatch watch,
    TimeProvider clock,
    ILogger<SendDueEmails> logger) : IRecurringJob
{
    /// <summary>How many emails are on their way at once.</summary>
    public const int Senders = 4;

    /// <summary>How many are claimed at once; those that have no sender yet wait in memory.</summary>
    public const int Batch = 20;

    /// <summary>Time for another email to be tried first.</summary>
    private static readonly TimeSpan OneOther = TimeSpan.FromSeconds(30);

    private const int FinishTries = 6;

    /// <summary>An email begins only while its lease covers the longest time a relay may take.</summary>
    private static readonly TimeSpan LeastLease = TimeSpan.FromMinutes(13);

    /// <summary>How soon new emails are noticed while others are still on their way.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly SendingTally tally = new();

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetUtcNow();
        var steady = watch.IsSteady();
        if (!steady)
        {
            LogClockSet();
        }

        // By a clock that was just set, no lease has run out and no email has lost its use
        var recovered = await store.RecoverAsync(steady ? start : null, cancellationToken);
        if (recovered > 0)
        {
            LogRecovered(recovered);
        }

        var dropped = steady ? await store.DropAsync(start, cancellationToken) : new Dropped(0, 0);
        await PumpAsync(cancellationToken);
        var done = tally.Words(dropped, recovered);
        return state.Now.Status switch
        {
            SenderStatus.Stopped when tally.MetTrouble => throw new JobFailedException($"The relay refuses the log-in or its certificate does not hold. {done}".TrimEnd()),
            SenderStatus.RelayDown when tally.MetTrouble => throw new JobFailedException($"The relay cannot be reached. {done}".TrimEnd()),
            _ => done,
        };
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        var onTheirWay = new List<Task>();
        var waiting = new Queue<OutboxEmail>();
        try
        {
            while (true)
            {
                var now = clock.GetUtcNow();
                var allowed = cancellationToken.IsCancellationRequested ? 0 : state.Allows(now, Senders);
                if (allowed < Senders || (waiting.TryPeek(out var next) && next.LeaseUntil - now < LeastLease))
                {
                    await HandBackAsync(waiting);
                }

                if (waiting.Count == 0 && allowed > onTheirWay.Count)
                {
                    // A claim that has begun is heard to its end, or its emails would wait for their lease
                    var most = allowed == Senders ? Batch : allowed - onTheirWay.Count;
                    waiting = new Queue<OutboxEmail>(await store.ClaimAsync(most, now, CancellationToken.None));
                }

                while (onTheirWay.Count < allowed && waiting.TryDequeue(out var email))
                {
                    onTheirWay.Add(SendAsync(email, cancellationToken));
                }

                if (onTheirWay.Count == 0)
                {
                    return;
                }

                // One email may hang for minutes: meanwhile the others' places are filled again
                await Task.WhenAny([.. onTheirWay, Task.Delay(Glance, CancellationToken.None)]);
                onTheirWay.RemoveAll(sending => sending.IsCompleted);
            }
        }
        finally
        {
            await HandBackAsync(waiting);
            await Task.WhenAll(onTheirWay);
        }
    }

    /// <summary>What was claimed and has not begun is due as before, for whoever comes next.</summary>
    private async Task HandBackAsync(Queue<OutboxEmail> waiting)
    {
        while (waiting.TryDequeue(out var email))
        {
            await SettleAsync(email, Finish.HandedBack());
        }
    }

    private async Task SendAsync(OutboxEmail email, CancellationToken cancellationToken) =>
        await SettleAsync(email, await TryAsync(email, cancellationToken));

    /// <summary>Never throws: one email whose end cannot be stored keeps no other from leaving.</summary>
    private async Task SettleAsync(OutboxEmail email, Finish finish)
    {
        try
        {
            await FinishAsync(email, finish);
        }
        catch (Exception fault)
        {
            // The lease will run out, and then the email goes out again with the same Message-ID
            LogNotFinished(email.Id, fault.GetType().FullName);
        }
    }

    private async Task<Finish> TryAsync(OutboxEmail email, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Finish.HandedBack();
        }

        OutgoingEmail outgoing;
        try
        {
            outgoing = writer.Write(email, clock.GetUtcNow());
        }
        catch (Exception fault)
        {
            LogPoison(email.Id, email.Reason, fault.GetType().FullName);
            tally.Failed();
            return Finish.Parked($"Not sent: the email could not be written ({fault.GetType().Name}).");
        }

        try
        {
            return Judge(email, await transport.SendAsync(outgoing, cancellationToken), clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Finish.HandedBack();
        }
        catch (Exception fault)
        {
            LogTransportFault(email.Id, fault.GetType().FullName);
            return Judge(email, new DeliveryReply(DeliveryOutcome.TryLater, $"The transport failed ({fault.GetType().Name})."), clock.GetUtcNow());
        }
    }

    private Finish Judge(OutboxEmail email, DeliveryReply reply, DateTimeOffset now)
    {
        switch (reply.Outcome)
        {
            case DeliveryOutcome.Unreachable:
                tally.Trouble();
                if (state.IsDown(reply.Reply, now))
                {
                    LogDown(reply.Reply);
                }

                return Finish.HandedBack(reply.Reply);
            case DeliveryOutcome.Stopped:
                tally.Trouble();
                if (state.Stops(reply.Reply, now))
                {
                    LogStopped(reply.Reply);
                }

                // Another email makes the next try: should this one alone be the trouble, it stops the others for minutes, not for good
                return Finish.HandedBack(reply.Reply, now + SenderState.StopLasts + OneOther);
        }

        if (state.Works())
        {
            LogWorksAgain();
        }

        switch (reply.Outcome)
        {
            case DeliveryOutcome.Accepted:
                tally.Sent();
                return Finish.Sent(reply.Reply, now);
            case DeliveryOutcome.Refused:
                tally.Failed();
                return Finish.Refused(reply.Reply);
            case DeliveryOutcome.TryLater:
                tally.Later();
                return Finish.TryAgain(reply.Reply, now + RetryDelay.After(email.Attempts + 1));
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.Outcome, "A reply without a rule.");
        }
    }

    /// <summary>What the relay said must reach the database: a short fault of the database is waited out.</summary>
    private async Task FinishAsync(OutboxEmail email, Finish finish)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!await store.FinishAsync(email, finish, CancellationToken.None))
                {
                    LogLeaseLost(email.Id, finish.State);
                }

                return;
            }
            catch (Exception) when (attempt < FinishTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} emails were put back in the queue: the process that was sending them is gone")]
    private partial void LogRecovered(int count);

    [LoggerMessage(2, LogLevel.Error, "Email {Email} for {Reason} could not be written: {Fault}")]
    private partial void LogPoison(Guid email, ReminderReason reason, string? fault);

    [LoggerMessage(3, LogLevel.Error, "The transport failed over email {Email}: {Fault}")]
    private partial void LogTransportFault(Guid email, string? fault);

    [LoggerMessage(4, LogLevel.Error, "The relay cannot be reached, emails wait: {Reply}")]
    private partial void LogDown(string reply);

    [LoggerMessage(5, LogLevel.Critical, "Sending has stopped, somebody has to look: {Reply}")]
    private partial void LogStopped(string reply);

    [LoggerMessage(6, LogLevel.Information, "The relay takes emails again")]
    private partial void LogWorksAgain();

    [LoggerMessage(7, LogLevel.Warning, "Email {Email} was taken over by another sender before it could be marked {State}")]
    private partial void LogLeaseLost(Guid email, OutboxState state);

    [LoggerMessage(9, LogLevel.Error, "This machine's clock was set: nothing is given up as too late until it has gone steadily for a while")]
    private partial void LogClockSet();

    [LoggerMessage(8, LogLevel.Error, "What became of email {Email} could not be stored: {Fault}")]
    private partial void LogNotFinished(Guid email, string? fault);
}
