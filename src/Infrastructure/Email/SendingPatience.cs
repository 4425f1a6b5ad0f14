namespace Champions.Infrastructure.Email;

/// <summary>
/// How long an email may take. Until its body begins to go out, a request to stop and the short limit end the attempt; from then on
/// only the long limit does, because the relay may be about to accept it.
/// </summary>
internal sealed class SendingPatience : IDisposable
{
    private readonly CancellationTokenSource limit = new();
    private readonly CancellationTokenRegistration stop;
    private readonly TimeSpan final;
    private int began;

    public SendingPatience(SmtpOptions relay, CancellationToken stopping)
    {
        final = relay.FinalReplyTimeout;
        limit.CancelAfter(relay.DialogTimeout);
        stop = stopping.Register(() =>
        {
            if (!BodyBegan)
            {
                limit.Cancel();
            }
        });
    }

    public CancellationToken Token => limit.Token;

    public bool BodyBegan => Volatile.Read(ref began) == 1;

    /// <summary>Called by whoever reads the first byte of the body.</summary>
    public void BodyBegins()
    {
        if (Interlocked.Exchange(ref began, 1) == 0)
        {
            limit.CancelAfter(final);
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        limit.Dispose();
    }
}
