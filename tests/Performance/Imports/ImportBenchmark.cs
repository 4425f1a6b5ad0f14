using System.Diagnostics;
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
            var folder = Directory.CreateTempSubdirectory("champions-bench-").FullName;
            var (database, _) = await BenchDatabases.MakeEmptyAsync(options, provider, folder);
            var settings = BenchDatabases.ProductSettings(database, "Development");
            foreach (string[] verb in (string[][])
                [
                    ["migrate"],
                    ["import-trusts", TestData.PathOf(TestData.TrustsInJuly)],
                    ["import-sites", TestData.PathOf(TestData.HospitalsAndWards)],
                    ["seed-demo"],
                ])
            {
                var watch = Stopwatch.StartNew();
                await ServerProcess.RunAsync(Path.Combine(options.Published, "Champions.Web.dll"), verb, settings);
                Console.WriteLine($"{provider}: {verb[0]} takes {watch.Elapsed.TotalSeconds:F1} s");
            }

            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }
}
