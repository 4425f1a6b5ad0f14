using Champions.Infrastructure.Persistence;
using Champions.Performance.Data;
using Champions.Performance.Floor;
using Champions.Performance.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Champions.Performance.Bench;

/// <summary>The demo with many free times, twice: one database for the product, an equal one for the floor.</summary>
internal sealed record BenchDatabases(DatabaseOptions Product, DatabaseOptions Floor, BenchData Data, string DataFile)
{
    private const string StaffOfTheTrust = "staff@demo.example";

    public static async Task<BenchDatabases> MakeAsync(BenchOptions bench, DatabaseProvider provider, string folder)
    {
        var (first, server) = await MakeEmptyAsync(bench, provider, folder);
        foreach (var verb in new[] { "migrate", "seed-demo" })
        {
            await ServerProcess.RunAsync(Path.Combine(bench.Published, "Champions.Web.dll"), [verb], ProductSettings(first, "Development"));
        }

        BenchData data;
        await using (var services = FloorRecording.Services(first))
        {
            data = await BenchData.AddAsync(services, StaffOfTheTrust, TimeProvider.System.GetUtcNow());
        }

        var dataFile = Path.Combine(folder, "callers.json");
        data.Write(dataFile);
        return new BenchDatabases(first, await CopyAsync(first, server, folder), data, dataFile);
    }

    /// <summary>Without a single table.</summary>
    /// <returns>The database, and the server it is on: none for SQLite.</returns>
    public static async Task<(DatabaseOptions Database, string Server)> MakeEmptyAsync(BenchOptions bench, DatabaseProvider provider, string folder)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            return (new DatabaseOptions(provider, $"Data Source={Path.Combine(folder, "product.db")}"), "");
        }

        var server = await PrivatePostgres.StartAsync(bench.Repository, Directory.CreateTempSubdirectory("champions-bench-postgres-").FullName);
        return (new DatabaseOptions(provider, await PrivatePostgres.CreateDatabaseAsync(server, "champions_product")), server);
    }

    public static IReadOnlyDictionary<string, string> ProductSettings(DatabaseOptions database, string environment) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = environment,
        ["Database__Provider"] = database.Provider.ToString(),
        ["ConnectionStrings__Champions"] = database.ConnectionString,
        ["Demo__Enabled"] = environment == "Development" ? "true" : "false",
        ["Email__Folder"] = Path.Combine(Path.GetTempPath(), "champions-bench-mail"),
        ["Audit__KeyFile"] = AuditKeyFile,
        ["Jobs__Enabled"] = "false",
    };

    /// <summary>Product and preparation write to the same audit trail, so they need one key.</summary>
    public static string AuditKeyFile { get; } = Path.Combine(Path.GetTempPath(), "champions-bench", "audit.key");

    private static async Task<DatabaseOptions> CopyAsync(DatabaseOptions original, string server, string folder)
    {
        if (original.Provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            return original with { ConnectionString = await PrivatePostgres.CreateDatabaseAsync(server, "champions_floor", "champions_product") };
        }

        // The backup API, because part of a file in use stands in its write-ahead log.
        var copy = $"Data Source={Path.Combine(folder, "floor.db")}";
        await using var from = new SqliteConnection(original.ConnectionString + ";Pooling=False");
        await using var to = new SqliteConnection(copy + ";Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
        SqliteConnection.ClearAllPools();
        return original with { ConnectionString = copy };
    }
}
