namespace Champions.TestSupport;

/// <summary>
/// A clock that tells the time a test sets. It stands still in between; timers stay real. The count of seconds goes along, as if the time had
/// really passed, except in <see cref="Jump"/>.
/// </summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;
    private long jumped;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Read(ref ticks) - Interlocked.Read(ref jumped);

    /// <summary>Sets the clock without time passing, as an operator or a wrong time server does.</summary>
    public void Jump(TimeSpan by)
    {
        Interlocked.Add(ref jumped, by.Ticks);
        Interlocked.Add(ref ticks, by.Ticks);
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
