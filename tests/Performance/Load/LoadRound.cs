using System.Diagnostics;

namespace Champions.Performance.Load;

/// <summary>Several callers, each asking again as soon as it has its answer, until the time is over.</summary>
internal static class LoadRound
{
    /// <param name="callers">How many ask at once.</param>
    /// <param name="duration">How long.</param>
    /// <param name="ask">One request of a caller (its number from 0); true for the expected answer, null when there is nothing left to ask for.</param>
    public static Task<LoadResult> RunAsync(int callers, TimeSpan duration, Func<int, Task<bool?>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        return RunAsync(callers, () => Stopwatch.GetElapsedTime(start) < duration, ask);
    }

    /// <inheritdoc cref="RunAsync(int, TimeSpan, Func{int, Task{bool?}})"/>
    /// <param name="callers">How many ask at once.</param>
    /// <param name="goesOn">Whether there is time for another request.</param>
    /// <param name="ask">As above.</param>
    public static async Task<LoadResult> RunAsync(int callers, Func<bool> goesOn, Func<int, Task<bool?>> ask)
    {
        var waits = new List<double>[callers];
        var failures = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            var mine = waits[caller] = new List<double>(4096);
            while (goesOn())
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await ask(caller);
                if (answer is null)
                {
                    return;
                }

                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (answer == false)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        var all = waits.SelectMany(w => w).Order().ToList();
        return new LoadResult(all.Count / seconds, At(all, 0.5), At(all, 0.95), At(all, 0.99), all.Count, failures);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];
}
