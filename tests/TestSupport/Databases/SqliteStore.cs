using Champions.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace Champions.TestSupport.Databases;

/// <summary>A copy of a file that was migrated once in this process.</summary>
internal sealed class SqliteStore : ITestStore
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string folder;

    private SqliteStore(string folder) => this.folder = folder;

    public DatabaseOptions Options => For(folder);

    public static async Task<SqliteStore> CreateAsync(bool migrated)
    {
        var store = new SqliteStore(TemporaryFolder.Create());
        if (migrated)
        {
            File.Copy(await Template.Value, FileIn(store.folder));
        }

        return store;
    }

    public Task DropAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(PersistenceRegistration.SqliteConnectionString(Options.ConnectionString)));
        TemporaryFolder.Delete(folder);
        return Task.CompletedTask;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = TemporaryFolder.Create();
        await Schema.MigrateAsync(For(template));

        // Everything must be in the main file before it is copied.
        var connection = new SqliteConnection(PersistenceRegistration.SqliteConnectionString(For(template).ConnectionString));
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearPool(connection);
        return FileIn(template);
    }

    private static DatabaseOptions For(string folder) => new(DatabaseProvider.Sqlite, $"Data Source={FileIn(folder)}");

    private static string FileIn(string folder) => Path.Combine(folder, "champions.db");
}
