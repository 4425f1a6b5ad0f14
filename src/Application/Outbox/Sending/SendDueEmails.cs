using System.Text.RegularExpressions;
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
    IEmailWriter writer,
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

    /// <summary>A run lasts as long as emails come in, so the queue is tidied during it too.</summary>
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(1);

    private readonly SendingTally tally = new();
    private long tidiedAt;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        await TidyAsync(cancellationToken);
        await PumpAsync(cancellationToken);
        var done = tally.Words();
        return state.Now.Status switch
        {
            SenderStatus.Stopped when tally.MetTrouble => throw new JobFailedException($"The relay refuses the log-in or its certificate does not hold. {done}".TrimEnd()),
            SenderStatus.RelayDown when tally.MetTrouble => throw new JobFailedException($"The relay cannot be reached. {done}".TrimEnd()),
            _ => done,
        };
    }

    /// <summary>Shows that this process lives, takes over from those that do not, and drops what has lost its use.</summary>
    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        tidiedAt = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var steady = watch.IsSteady();
        if (!steady)
        {
            LogClockSet();
        }

        // By a clock that was just set, no lease has run out and no email has lost its use
        var recovered = await store.RecoverAsync(steady ? now : null, cancellationToken);
        if (recovered > 0)
        {
            tally.Recovered(recovered);
            LogRecovered(recovered);
        }

        if (steady)
        {
            tally.Dropped(await store.DropAsync(now, cancellationToken));
        }
    }

    /// <summary>Never throws: what cannot be tidied now is tidied a minute later, and emails go on leaving.</summary>
    private async Task TidyAgainAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || clock.GetElapsedTime(tidiedAt) < TidyEvery)
        {
            return;
        }

        try
        {
            await TidyAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops: the next one tidies at its start
        }
        catch (Exception fault)
        {
            LogNotTidied(fault.GetType().FullName);
        }
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        var onTheirWay = new List<Task>();
        var waiting = new Queue<OutboxEmail>();
        try
        {
            while (true)
            {
                await TidyAgainAsync(cancellationToken);
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
        catch (Exception fault) when (fault is RegexMatchTimeoutException or OutOfMemoryException)
        {
            // This machine's trouble of the moment, not the email's
            LogNotWrittenYet(email.Id, email.Reason, fault.GetType().FullName);
            tally.Later();
            return Finish.TryAgain($"The email could not be written yet ({fault.GetType().Name}).", clock.GetUtcNow() + RetryDelay.After(email.Attempts + 1));
        }
        catch (Exception fault)
        {
            LogPoison(email.Id, email.Reason, fault.GetType().FullName);
            tally.Failed();
            return Finish.Parked($"Not sent: the email could not be written ({fault.GetType().Name}).");
        }

        try
        {
            var reply = await transport.SendAsync(outgoing, cancellationToken);
            return Judge(email, reply, clock.GetUtcNow()) with { MaybeSent = IsUncertain(reply) };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Finish.HandedBack();
        }
        catch (Exception fault)
        {
            LogTransportFault(email.Id, fault.GetType().FullName);
            var reply = new DeliveryReply(DeliveryOutcome.TryLater, $"The transport failed ({fault.GetType().Name}).");
            return Judge(email, reply, clock.GetUtcNow()) with { MaybeSent = true };
        }
    }

    /// <summary>A plain yes or no is certain; all else after the body began is not.</summary>
    private static bool IsUncertain(DeliveryReply reply) =>
        reply.BodyBegan && reply.Outcome is not (DeliveryOutcome.Accepted or DeliveryOutcome.Refused);

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
}
