namespace Champions.Application.Outbox.Sending;

/// <summary>How long to wait before trying an email again: twice as long each time, up to five minutes, never all at the same instant.</summary>
public static class RetryDelay
{
    /// <summary>The longest wait between two tries.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <param name="failures">How often it failed, from 1.</param>
    public static TimeSpan After(int failures)
    {
        var doublings = Math.Clamp(failures - 1, 0, 10);
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, doublings), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.75 + (Random.Shared.NextDouble() / 4)));
    }
}
