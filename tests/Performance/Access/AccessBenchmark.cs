using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Bench;
using Champions.Performance.Data;
using Champions.Performance.Load;
using Champions.Performance.Processes;
using Champions.TestSupport.Web;
using Champions.Web.Access;

namespace Champions.Performance.Access;

/// <summary>What it costs to ask on every request who is asking, and what other people notice of a storm of log-ins.</summary>
internal static class AccessBenchmark
{
    private const string LogIn = "/sign-in/password";
    private const int StormOf = 200;

    /// <summary>Twice over the eight callers, so that no address comes to the five emails an hour.</summary>
    private const int Rounds = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(0.5);
    private static readonly string[] Pages = ["/home", "/help", "/bookings"];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var lines = new List<string>();
        foreach (var provider in options.Providers)
        {
            Console.WriteLine($"{provider}: making the demo");
            var folder = Directory.CreateTempSubdirectory("champions-bench-").FullName;
            var databases = await BenchDatabases.MakeAsync(options, provider, folder);
            await MeasureCheckAsync(options, provider, databases, lines);
            var settings = new Dictionary<string, string>(BenchDatabases.ProductSettings(databases.Product, "Staging"), StringComparer.Ordinal);
            var cookie = (await new Sessions(databases.Product).StartAsync(databases.Data.Callers[0].StaffEmail))[0];
            await MeasureDoorAsync(options, provider, settings, databases.Data, cookie, lines);
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine();
        lines.ForEach(Console.WriteLine);
        return 0;
    }

    /// <summary>
    /// Two processes of the same build stand side by side, each on a copy of the same database; one does not ask. They are asked in short
    /// slices, by turns: what else the machine does meanwhile falls on both, and each pair of neighbours gives a ratio of its own.
    /// </summary>
    private static async Task MeasureCheckAsync(
        BenchOptions options, DatabaseProvider provider, BenchDatabases databases, List<string> lines)
    {
        await using var with = await CheckedSide.StartAsync(options, databases.Product, databases.Data, check: true);
        await using var without = await CheckedSide.StartAsync(options, databases.Floor, databases.Data, check: false);
        var pairs = 2 * options.Rounds * options.Seconds;
        foreach (var page in Pages)
        {
            await with.AskAsync(page, WarmUp);
            await without.AskAsync(page, WarmUp);
            var (asked, believed, costs) = (new List<LoadResult>(), new List<LoadResult>(), new List<double>());
            for (var pair = 0; pair < pairs; pair++)
            {
                var first = pair % 2 == 0 ? with : without;
                var one = await first.AskAsync(page, Slice);
                var other = await (first == with ? without : with).AskAsync(page, Slice);
                var (ask, believe) = first == with ? (one, other) : (other, one);
                asked.Add(ask);
                believed.Add(believe);
                costs.Add(1 - (ask.PerSecond / believe.PerSecond));
            }

            costs.Sort();
            var (a, b) = (LoadResult.Median(asked), LoadResult.Median(believed));
            lines.Add(
                $"{provider}: GET {page} with the check of rights {a.PerSecond:F0}/s (p50 {a.P50:F1} ms, p99 {a.P99:F1} ms), without {b.PerSecond:F0}/s "
                + $"(p50 {b.P50:F1} ms, p99 {b.P99:F1} ms): the check costs {costs[pairs / 2]:P0} (half of {pairs} pairs within {costs[pairs / 4]:P0} and {costs[pairs * 3 / 4]:P0}); "
                + $"failed {a.Failures + b.Failures}");
        }
    }

    private static async Task MeasureDoorAsync(
        BenchOptions options, DatabaseProvider provider, Dictionary<string, string> settings, BenchData data, Cookie cookie, List<string> lines)
    {
        settings["Proxies__Known"] = "127.0.0.1";
        await using var server = await ServerProcess.StartAsync(Path.Combine(options.Published, "Champions.Web.dll"), [], settings, "/health/ready");
        var emails = data.Callers.Select(c => c.StaffEmail).ToList();
        await MeasureStormAsync(options, provider, server, emails, cookie, lines);
        await MeasureStrangersAsync(provider, server, emails, lines);
    }

    /// <summary>How long the door takes for people it knows and for made-up addresses, in turns.</summary>
    private static async Task MeasureStrangersAsync(DatabaseProvider provider, ServerProcess server, List<string> emails, List<string> lines)
    {
        foreach (var (path, button, what) in new[] { ("/sign-in", "Continue", "a code"), (LogIn, "Log in", "a log-in with a wrong password"), ("/password/forgotten", "Send the link", "a new password") })
        {
            var waits = new[] { new List<double>(), new List<double>() };
            for (var round = 0; round < 2 * Rounds; round++)
            {
                var known = round % 2 == 0;
                var email = known ? emails[round / 2 % emails.Count] : $"made.up.{round}@{emails[0].Split('@')[1]}";
                using var person = new StormyPerson(server.Address, path, button, email, $"10.9.{round / 250}.{(round % 250) + 1}");
                await person.OpenAsync();
                var start = Stopwatch.GetTimestamp();
                await person.PressAsync("not the password");
                waits[known ? 0 : 1].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var (whom, nobody) = (waits[0].Order().ElementAt(Rounds / 2), waits[1].Order().ElementAt(Rounds / 2));
            lines.Add($"{provider}: who asks for {what} waits {whom:F1} ms when known and {nobody:F1} ms when not (medians of {Rounds} each): ratio {whom / nobody:F2}");
        }
    }

    /// <summary>Many people log in with a password in the same second, each from a network of their own, while one goes on reading pages.</summary>
    private static async Task MeasureStormAsync(
        BenchOptions options, DatabaseProvider provider, ServerProcess server, List<string> emails, Cookie cookie, List<string> lines)
    {
        using var reader = ProductCaller.With(server.Address, cookie);
        var length = TimeSpan.FromSeconds(options.Seconds);
        await LoadRound.RunAsync(2, WarmUp, _ => reader.GetAsync("/home"));
        var quiet = await LoadRound.RunAsync(2, length, _ => reader.GetAsync("/home"));

        var people = await StormAsync(server.Address, emails);
        var answers = new ConcurrentBag<HttpStatusCode>();
        var storm = Task.WhenAll(people.Select(async person => answers.Add(await person.PressAsync(DemoPersonas.Password))));
        var watch = Stopwatch.StartNew();
        var stormy = await LoadRound.RunAsync(2, () => !storm.IsCompleted, _ => reader.GetAsync("/home"));
        await storm;
        var lasted = watch.Elapsed.TotalSeconds;

        var told = string.Join(", ", answers.GroupBy(a => (int)a).OrderBy(g => g.Key).Select(g => $"{g.Count()} × {g.Key}"));
        lines.Add(
            $"{provider}: {StormOf} log-ins at once ({told}; {lasted:F1} s) and {stormy.Answers} pages read meanwhile: p95 {stormy.P95:F0} ms, p99 {stormy.P99:F0} ms; quiet p95 {quiet.P95:F0} ms; failed pages {stormy.Failures}");
    }

    private static async Task<IReadOnlyList<StormyPerson>> StormAsync(Uri address, List<string> emails)
    {
        var people = Enumerable.Range(0, StormOf).Select(n => new StormyPerson(address, LogIn, "Log in", emails[n % emails.Count], $"10.{n / 250}.1.{(n % 250) + 1}")).ToList();
        foreach (var person in people)
        {
            await person.OpenAsync();
        }

        return people;
    }

    /// <summary>Somebody in front of a page of the door, with the form open.</summary>
    private sealed class StormyPerson(Uri address, string path, string button, string email, string network) : IDisposable
    {
        private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        private Page page = null!;

        public async Task OpenAsync()
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", network);
            page = await new Visitor(client).OpenAsync(new Uri(address, path).ToString());
        }

        public async Task<HttpStatusCode> PressAsync(string password)
        {
            (string, string?)[] answers = path == LogIn ? [("Input.Email", email), ("Input.Password", password)] : [("Input.Email", email)];
            var fields = page.FieldsOf(button, answers);
            using var answer = await client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
            return answer.StatusCode;
        }

        public void Dispose() => client.Dispose();
    }
}
