using System.Diagnostics;
using Npgsql;

namespace Champions.Performance.Processes;

/// <summary>A PostgreSQL of this run's own that forces every commit to disk; it ends with this process.</summary>
internal static class PrivatePostgres
{
    public static async Task<string> StartAsync(string repository, string folder)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(repository, "scripts", "postgres"), "start", folder, Environment.ProcessId.ToString(), "durable" })
        {
            start.ArgumentList.Add(argument);
        }

        using var script = Process.Start(start)!;
        var answer = script.StandardOutput.ReadToEndAsync();
        var complaint = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? (await answer).Trim() : throw new InvalidOperationException((await complaint).Trim());
    }

    public static async Task<string> CreateDatabaseAsync(string server, string name, string template = "template1")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
