using System.Diagnostics;

namespace Champions.TestSupport.Databases;

/// <summary>
/// The PostgreSQL that this test process uses: the one named by <c>CHAMPIONS_TEST_POSTGRES</c> (scripts/test sets it), or
/// a private one, started here, that ends with this process.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Connects as a user who may make databases.</summary>
    public static Task<string> ConnectionString => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CHAMPIONS_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "scripts", "postgres"));
        start.ArgumentList.Add("start");
        start.ArgumentList.Add(Directory.CreateTempSubdirectory("champions-postgres-").FullName);
        start.ArgumentList.Add(Environment.ProcessId.ToString());
        using var script = Process.Start(start)!;
        var answer = script.StandardOutput.ReadToEndAsync();
        var complaint = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0
            ? (await answer).Trim()
            : throw new InvalidOperationException((await complaint).Trim());
    }
}
