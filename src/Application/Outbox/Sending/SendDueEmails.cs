using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Outbox.Sending;

/// <summary>
/// Claims due emails, commits, sends, and only then says what became of them. Killed at any instant it loses nothing: at worst an email goes
/// out again with the same Message-ID.
/// </summary>
public sealed partial class SendDueEmails(
    IOutboxStore store, IEmailTransport transport, EmailWriter writer, SenderState state, TimeProvider clock, ILogger<SendDueEmails> logger) : IRecurringJob
{
    /// <summary>How many emails are on their way at once.</summary>
    public const int Senders = 4;

    private const int FinishTries = 6;

    /// <summary>How soon new emails are noticed while others are still on their way.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly SendingTally tally = new();

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetUtcNow();
        var recovered = await store.RecoverAsync(start, cancellationToken);
        if (recovered > 0)
        {
            LogRecovered(recovered);
        }

        var dropped = await store.DropAsync(start, cancellationToken);
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
        try
        {
            while (true)
            {
                var claimed = await ClaimAsync(onTheirWay.Count, cancellationToken);
                onTheirWay.AddRange(claimed.Select(email => SendAsync(email, cancellationToken)));
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
            await Task.WhenAll(onTheirWay);
        }
    }

    private async Task<IReadOnlyList<OutboxEmail>> ClaimAsync(int onTheirWay, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var free = state.Allows(now, Senders) - onTheirWay;

        // A claim that has begun is heard to its end, or its emails would wait for their lease
        return free <= 0 || cancellationToken.IsCancellationRequested ? [] : await store.ClaimAsync(free, now, CancellationToken.None);
    }

    private async Task SendAsync(OutboxEmail email, CancellationToken cancellationToken)
    {
        try
        {
            await FinishAsync(email, await TryAsync(email, cancellationToken));
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

                return Finish.HandedBack(reply.Reply);
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

    [LoggerMessage(8, LogLevel.Error, "What became of email {Email} could not be stored: {Fault}")]
    private partial void LogNotFinished(Guid email, string? fault);
}
