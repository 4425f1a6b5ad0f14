using Champions.Infrastructure.Persistence;

namespace Champions.Performance.Bench;

/// <summary>What scripts/bench is asked for.</summary>
/// <param name="Published">Folder of the published web program.</param>
/// <param name="Repository">Folder of the repository.</param>
/// <param name="Seconds">Length of one round.</param>
/// <param name="Rounds">Rounds of floor and product, by turns.</param>
/// <param name="Providers">Databases to measure on.</param>
internal sealed record BenchOptions(string Published, string Repository, int Seconds, int Rounds, IReadOnlyList<DatabaseProvider> Providers)
{
    public static BenchOptions From(string[] args)
    {
        string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new BenchOptions(
            Given("--published") ?? throw new ArgumentException("--published FOLDER is missing.", nameof(args)),
            Given("--repository") ?? throw new ArgumentException("--repository FOLDER is missing.", nameof(args)),
            int.Parse(Given("--seconds") ?? "4"),
            int.Parse(Given("--rounds") ?? "3"),
            Given("--database") is { } one ? [Enum.Parse<DatabaseProvider>(one, ignoreCase: true)] : Enum.GetValues<DatabaseProvider>());
    }
}
