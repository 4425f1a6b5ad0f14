namespace Champions.Application.Time;

/// <summary>
/// Notices when the machine's clock is set, by comparing it with the one that only counts seconds. Until it has gone steadily for a while, nothing
/// is decided by the time of day: not that a reminder is due, not that an email has lost its use.
/// </summary>
public sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>Smaller steps are the network's time service at work.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>How long a clock that was set must go on steadily.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    private readonly Lock looking = new();
    private (DateTimeOffset Wall, long Count) last = (clock.GetUtcNow(), clock.GetTimestamp());
    private long? jumpedAt;

    /// <summary>Looks at both clocks. To be asked every minute or oftener by whoever depends on it.</summary>
    public bool IsSteady()
    {
        lock (looking)
        {
            var (wall, count) = (clock.GetUtcNow(), clock.GetTimestamp());
            var apart = wall - last.Wall - clock.GetElapsedTime(last.Count, count);
            last = (wall, count);
            if (apart.Duration() > Tolerance)
            {
                jumpedAt = count;
            }
            else if (jumpedAt is { } since && clock.GetElapsedTime(since, count) >= Settling)
            {
                jumpedAt = null;
            }

            return jumpedAt is null;
        }
    }
}
