namespace Champions.Application.Outbox.Sending;

public enum SenderStatus
{
    Working,

    /// <summary>There is no connection to the relay: one email at a time is tried, ever more rarely, until one gets through.</summary>
    RelayDown,

    /// <summary>The relay refuses our log-in or shows a certificate that does not hold. Somebody has to look.</summary>
    Stopped,
}

/// <summary>How the sender of this process stands. It forgets at restart, so that a restart tries at once.</summary>
public sealed class SenderState
{
    /// <summary>How long a stopped sender waits before it tries one email.</summary>
    public static readonly TimeSpan StopLasts = TimeSpan.FromMinutes(5);

    private readonly Lock changing = new();
    private Standing standing = new(SenderStatus.Working, null, null, null);
    private int failures;

    /// <summary>For pages and health checks.</summary>
    public Standing Now
    {
        get
        {
            lock (changing)
            {
                return standing;
            }
        }
    }

    /// <summary>How many emails may be on their way at this instant.</summary>
    public int Allows(DateTimeOffset now, int most)
    {
        lock (changing)
        {
            // A clock set back must not turn a wait of minutes into one of days
            var due = standing.NextTryAt is not { } next || next <= now || next > now + StopLasts + RetryDelay.Longest;
            return standing.Status == SenderStatus.Working ? most : due ? 1 : 0;
        }
    }

    /// <returns>True when this is news.</returns>
    internal bool Works()
    {
        lock (changing)
        {
            var news = standing.Status != SenderStatus.Working;
            standing = new Standing(SenderStatus.Working, null, null, null);
            failures = 0;
            return news;
        }
    }

    /// <inheritdoc cref="Works"/>
    internal bool IsDown(string reply, DateTimeOffset now) => Fail(SenderStatus.RelayDown, reply, now, RetryDelay.After(failures + 1));

    /// <inheritdoc cref="Works"/>
    internal bool Stops(string reply, DateTimeOffset now) => Fail(SenderStatus.Stopped, reply, now, StopLasts);

    private bool Fail(SenderStatus status, string reply, DateTimeOffset now, TimeSpan wait)
    {
        lock (changing)
        {
            // Several emails may be under way when the relay goes: they are one failure, not several
            if (standing.Status == status && standing.NextTryAt > now)
            {
                return false;
            }

            var news = standing.Status != status;
            failures = news ? 1 : failures + 1;
            standing = new Standing(status, reply, news ? now : standing.Since, now + wait);
            return news;
        }
    }
}

/// <param name="Status">What the sender does.</param>
/// <param name="Reason">The relay's words; null while it works.</param>
/// <param name="Since">Since when; null while it works.</param>
/// <param name="NextTryAt">When one email is tried; null while it works.</param>
public sealed record Standing(SenderStatus Status, string? Reason, DateTimeOffset? Since, DateTimeOffset? NextTryAt);
