using Champions.Application.Jobs;

namespace Champions.Infrastructure.Tests.Jobs;

/// <summary>What the jobs of a test do and have done; registered as a singleton beside them.</summary>
internal sealed class JobBench
{
    private int running;
    private int runs;
    private int atOnce;

    public Func<CancellationToken, Task<string?>> Work { get; set; } = _ => Task.FromResult<string?>(null);

    public int Runs => Volatile.Read(ref runs);

    /// <summary>The most runs that were ever under way together.</summary>
    public int AtOnce => Volatile.Read(ref atOnce);

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref running);
        atOnce = Math.Max(atOnce, now);
        try
        {
            return await Work(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref runs);
        }
    }
}

internal sealed class BenchJob(JobBench bench) : IRecurringJob
{
    public static RecurringJob Polled { get; } = new("bench", "Does what the test says", JobSchedule.Poll, typeof(BenchJob));

    public Task<string?> RunAsync(CancellationToken cancellationToken) => bench.RunAsync(cancellationToken);
}
