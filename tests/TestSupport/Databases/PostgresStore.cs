using Champions.Infrastructure.Persistence;
using Npgsql;

namespace Champions.TestSupport.Databases;

/// <summary>A database made from one that was migrated once in this process.</summary>
internal sealed class PostgresStore : ITestStore
{
    private static readonly string Prefix = $"champions_{Environment.ProcessId}_";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private static int count;

    private readonly string name;
    private readonly string server;

    private PostgresStore(string server, string name)
    {
        this.server = server;
        this.name = name;
    }

    public DatabaseOptions Options => For(server, name);

    public static async Task<PostgresStore> CreateAsync(bool migrated)
    {
        var template = migrated ? await Template.Value : "template1";
        var store = new PostgresStore(await PostgresServer.ConnectionString, Prefix + Interlocked.Increment(ref count));
        await ExecuteAsync(store.server, $"CREATE DATABASE {store.name} TEMPLATE {template}");
        return store;
    }

    public Task DropAsync() => ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");

    private static async Task<string> MakeTemplateAsync()
    {
        var template = Prefix + "template";
        var host = await PostgresServer.ConnectionString;

        // Left behind by another process that had the same id on a server that outlives test runs.
        await ExecuteAsync(host, $"DROP DATABASE IF EXISTS {template} WITH (FORCE)");
        await ExecuteAsync(host, $"CREATE DATABASE {template} TEMPLATE template1");
        await Schema.MigrateAsync(For(host, template));
        return template;
    }

    /// <summary>A small pool that starts empty: hundreds of databases share one server.</summary>
    private static DatabaseOptions For(string server, string name) => new(
        DatabaseProvider.PostgreSql,
        new NpgsqlConnectionStringBuilder(server) { Database = name, MinPoolSize = 0, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString);

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
