using System.Diagnostics;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Bench;
using Champions.Performance.Processes;
using Champions.TestSupport;

namespace Champions.Performance.Imports;

/// <summary>How long an operator waits for the lists of the whole country and for the demo, each with the start of the program.</summary>
internal static class ImportBenchmark
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        foreach (var provider in options.Providers)
        {
            await TimeAsync(
                options,
                provider,
                [["migrate"], ["import-trusts", TestData.PathOf(TestData.TrustsInJuly)], ["import-sites", TestData.PathOf(TestData.HospitalsAndWards)]]);
            await TimeAsync(options, provider, [["migrate"], ["seed-demo"]]);
        }

        return 0;
    }

    /// <summary>One verb after the other, on a database of their own.</summary>
    private static async Task TimeAsync(BenchOptions options, DatabaseProvider provider, string[][] verbs)
    {
        var folder = Directory.CreateTempSubdirectory("champions-bench-").FullName;
        var (database, _) = await BenchDatabases.MakeEmptyAsync(options, provider, folder);
        foreach (var verb in verbs)
        {
            var watch = Stopwatch.StartNew();
            await ServerProcess.RunAsync(Path.Combine(options.Published, "Champions.Web.dll"), verb, BenchDatabases.ProductSettings(database, "Development"));
            Console.WriteLine($"{provider}: {verb[0]} takes {watch.Elapsed.TotalSeconds:F1} s");
        }

        Directory.Delete(folder, recursive: true);
    }
}
