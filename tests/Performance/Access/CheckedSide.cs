using System.Net;
using System.Reflection;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Bench;
using Champions.Performance.Data;
using Champions.Performance.Load;
using Champions.Performance.Processes;

namespace Champions.Performance.Access;

/// <summary>A server that asks on every request who is asking, or one that does not, with somebody logged in to it.</summary>
internal sealed class CheckedSide : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly ProductCaller caller;

    private CheckedSide(ServerProcess server, Cookie cookie)
    {
        this.server = server;
        caller = ProductCaller.With(server.Address, cookie);
    }

    public static async Task<CheckedSide> StartAsync(BenchOptions options, DatabaseOptions database, BenchData data, bool check)
    {
        var cookie = (await new Sessions(database).StartAsync(data.Callers[0].StaffEmail))[0];
        var started = await ServerProcess.StartAsync(
            Assembly.GetExecutingAssembly().Location, ["serve", check ? "checked" : "unchecked", options.Published], BenchDatabases.ProductSettings(database, "Staging"), "/health/ready");
        return new CheckedSide(started, cookie);
    }

    public async Task<LoadResult> AskAsync(string page, TimeSpan duration)
    {
        var result = await LoadRound.RunAsync(BenchData.CallerCount, duration, _ => caller.GetAsync(page));
        if (result.Failures > 0)
        {
            await Console.Error.WriteLineAsync($"GET {page} failed {result.Failures} times. The server said: {server.Said}");
        }

        return result;
    }

    public ValueTask DisposeAsync()
    {
        caller.Dispose();
        return server.DisposeAsync();
    }
}
