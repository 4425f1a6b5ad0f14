using System.Collections.Concurrent;
using Champions.Application.Abstractions;

namespace Champions.TestSupport;

/// <summary>A relay inside the test: it collects what it is given and answers as the test says; without word it accepts.</summary>
public sealed class ScriptedTransport : IEmailTransport
{
    private readonly ConcurrentQueue<DeliveryReply> replies = new();
    private readonly ConcurrentQueue<OutgoingEmail> given = new();
    private readonly ConcurrentQueue<OutgoingEmail> accepted = new();
    private int now;
    private int most;

    public string Name => "Scripted";

    /// <summary>Every email that was tried, as often as it was tried, in the order of trying.</summary>
    public IReadOnlyList<OutgoingEmail> Given => [.. given];

    /// <summary>Emails that got through, in the order of trying.</summary>
    public IReadOnlyList<OutgoingEmail> Accepted => [.. accepted];

    /// <summary>How many were under way at once, at most.</summary>
    public int MostAtOnce => Volatile.Read(ref most);

    /// <summary>Answers by email; null leaves it to the replies given beforehand.</summary>
    public Func<OutgoingEmail, CancellationToken, Task<DeliveryReply?>>? OnSend { get; set; }

    /// <summary>The next emails get these answers, one each; those after them are accepted.</summary>
    public void Reply(params DeliveryOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            replies.Enqueue(new DeliveryReply(outcome, WordsOf(outcome)));
        }
    }

    public async Task<DeliveryReply> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        given.Enqueue(email);
        var under = Interlocked.Increment(ref now);
        for (var seen = MostAtOnce; under > seen && Interlocked.CompareExchange(ref most, under, seen) != seen; seen = MostAtOnce)
        {
        }

        try
        {
            var reply = (OnSend is null ? null : await OnSend(email, cancellationToken))
                ?? (replies.TryDequeue(out var next) ? next : new DeliveryReply(DeliveryOutcome.Accepted, WordsOf(DeliveryOutcome.Accepted)));
            if (reply.Outcome == DeliveryOutcome.Accepted)
            {
                accepted.Enqueue(email);
            }

            return reply;
        }
        finally
        {
            Interlocked.Decrement(ref now);
        }
    }

    private static string WordsOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Accepted => "250 2.0.0 Ok: queued",
        DeliveryOutcome.TryLater => "451 4.7.1 Try again later",
        DeliveryOutcome.Refused => "550 5.1.1 User unknown",
        DeliveryOutcome.Unreachable => "No connection to the relay: connection refused",
        DeliveryOutcome.Stopped => "535 5.7.8 Authentication credentials invalid",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };
}
