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

    public Task<LoadResult> AskAsync(string page, TimeSpan duration) => LoadRound.RunAsync(BenchData.CallerCount, duration, _ => caller.GetAsync(page));

    public ValueTask DisposeAsync()
    {
        caller.Dispose();
        return server.DisposeAsync();
    }
}
