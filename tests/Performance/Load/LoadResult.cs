namespace Champions.Performance.Load;

/// <summary>What one round of load saw.</summary>
/// <param name="PerSecond">Answers a second, of all callers together.</param>
/// <param name="P50">Median wait in milliseconds.</param>
/// <param name="P95">Wait in milliseconds that 95 of 100 answers stayed below.</param>
/// <param name="P99">Wait in milliseconds that 99 of 100 answers stayed below.</param>
/// <param name="Answers">How many answers there were.</param>
/// <param name="Failures">Answers other than the expected one.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P95, double P99, int Answers, int Failures)
{
    /// <summary>Each figure by itself: a round that was disturbed in one way does not speak for the others.</summary>
    public static LoadResult Median(IReadOnlyList<LoadResult> rounds) => new(
        Middle(rounds.Select(r => r.PerSecond)),
        Middle(rounds.Select(r => r.P50)),
        Middle(rounds.Select(r => r.P95)),
        Middle(rounds.Select(r => r.P99)),
        rounds.Sum(r => r.Answers),
        rounds.Sum(r => r.Failures));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
