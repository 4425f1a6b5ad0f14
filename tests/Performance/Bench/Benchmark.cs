using System.Reflection;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Access;
using Champions.Performance.Data;
using Champions.Performance.Floor;
using Champions.Performance.Load;
using Champions.Performance.Processes;

namespace Champions.Performance.Bench;

/// <summary>
/// Measures pages and writes of the published program beside the floor. The machine may be shared and noisy, so only the ratio
/// within one run counts: floor and product take turns, and the median of the rounds is shown.
/// </summary>
internal static class Benchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var report = new BenchReport();
        foreach (var provider in options.Providers)
        {
            var folder = Directory.CreateTempSubdirectory("champions-bench-").FullName;
            await RunAsync(options, provider, folder, report);
            Directory.Delete(folder, recursive: true);
        }

        report.Print(options);
        return report.HasFailures ? 1 : 0;
    }

    private static async Task RunAsync(BenchOptions options, DatabaseProvider provider, string folder, BenchReport report)
    {
        Console.WriteLine($"{provider}: making the demo and {BenchData.CallerCount} callers' times");
        var databases = await BenchDatabases.MakeAsync(options, provider, folder);
        await using var product = await ServerProcess.StartAsync(
            Path.Combine(options.Published, "Champions.Web.dll"), [], BenchDatabases.ProductSettings(databases.Product, "Staging"), "/health/ready");

        var sessions = new Sessions(databases.Product);
        var cookies = await sessions.StartAsync("staff@demo.example", "coordinator@demo.example");
        using var staff = ProductCaller.With(product.Address, cookies[0]);
        using var coordinator = ProductCaller.With(product.Address, cookies[1]);
        var pages = new Dictionary<string, ProductCaller>(StringComparer.Ordinal) { ["/help"] = staff, ["/wards"] = coordinator, ["/home"] = coordinator };
        var bytes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (path, caller) in pages)
        {
            bytes[path] = await caller.BytesOfAsync(path);
        }

        await using var floor = await ServerProcess.StartAsync(
            Assembly.GetExecutingAssembly().Location, new FloorOptions(databases.Floor, databases.DataFile, bytes).ToArguments(), new Dictionary<string, string>(StringComparer.Ordinal), "/ready");
        using var bare = new HttpClient { BaseAddress = floor.Address };

        foreach (var (path, caller) in pages)
        {
            report.Add(await MeasureAsync(
                options, provider, $"GET {path} ({bytes[path] / 1024.0:F0} KiB)", _ => ExpectAsync(bare.GetAsync(path)), _ => caller.GetAsync(path)));
        }

        await MeasureWritesAsync(options, provider, databases.Data, sessions, product, bare, report);
        report.Memory(provider, product.MemoryMiB);
    }

    private static async Task MeasureWritesAsync(
        BenchOptions options, DatabaseProvider provider, BenchData data, Sessions sessions, ServerProcess product, HttpClient bare, BenchReport report)
    {
        var bookers = new List<ProductCaller>();
        var loggers = new List<ProductCaller>();
        foreach (var caller in data.Callers)
        {
            var cookies = await sessions.StartAsync(caller.StaffEmail, caller.ChampionEmail);
            var booker = ProductCaller.With(product.Address, cookies[0]);
            await booker.ReadFormAsync($"/help/slots/{caller.SlotIds[0]}", "Book", ("Input.Topic", "Finding results"));
            bookers.Add(booker);
            var logger = ProductCaller.With(product.Address, cookies[1]);
            await logger.ReadFormAsync("/sessions/log", "Save session", ("Input.Length", "15"), ("Input.Outcome", "Resolved"));
            loggers.Add(logger);
        }

        // The floor's first time was booked while its statements were taken down.
        var (nextBare, nextBooked) = (Numbers(), Numbers());
        report.Add(await MeasureAsync(
            options,
            provider,
            "POST a booking",
            c => Take(nextBare, c) is { } n ? ExpectAsync(bare.PostAsync($"/book/{c}/{n}", content: null)) : None,
            c => Take(nextBooked, c) is { } n ? bookers[c].PostAsync($"/help/slots/{data.Callers[c].SlotIds[n]}") : None));
        report.Add(await MeasureAsync(
            options, provider, "POST a session", c => ExpectAsync(bare.PostAsync($"/log/{c}", content: null)), c => loggers[c].PostAsync("/sessions/log")));
        bookers.Concat(loggers).ToList().ForEach(c => c.Dispose());

        static int[] Numbers() => new int[BenchData.CallerCount];
        int? Take(int[] next, int caller) => ++next[caller] < data.Callers[caller].SlotIds.Count ? next[caller] : null;
    }

    private static Task<bool?> None => Task.FromResult<bool?>(null);

    private static async Task<BenchRow> MeasureAsync(
        BenchOptions options, DatabaseProvider provider, string what, Func<int, Task<bool?>> floor, Func<int, Task<bool?>> product)
    {
        Console.WriteLine($"{provider}: {what}");
        await LoadRound.RunAsync(BenchData.CallerCount, WarmUp, floor);
        await LoadRound.RunAsync(BenchData.CallerCount, WarmUp, product);
        var (bare, ours) = (new List<LoadResult>(), new List<LoadResult>());
        var length = TimeSpan.FromSeconds(options.Seconds);
        for (var round = 0; round < options.Rounds; round++)
        {
            bare.Add(await LoadRound.RunAsync(BenchData.CallerCount, length, floor));
            ours.Add(await LoadRound.RunAsync(BenchData.CallerCount, length, product));
        }

        return new BenchRow(provider, what, LoadResult.Median(bare), LoadResult.Median(ours));
    }

    private static async Task<bool?> ExpectAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode is 200 or 303;
    }
}
