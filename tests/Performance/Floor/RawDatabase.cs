using System.Data;
using System.Data.Common;
using Champions.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Champions.Performance.Floor;

/// <summary>Raw ADO.NET on either database, with the durability the product has.</summary>
internal sealed class RawDatabase : IAsyncDisposable
{
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly NpgsqlDataSource? postgres;
    private readonly string sqlite = "";

    public RawDatabase(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            var connections = 4 * Environment.ProcessorCount;
            postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                MinPoolSize = connections, MaxPoolSize = connections, MaxAutoPrepare = 100,
            }.ConnectionString);
        }
        else
        {
            sqlite = PersistenceRegistration.SqliteConnectionString(options.ConnectionString);
        }
    }

    /// <summary>Runs the statements and gives every value of every row.</summary>
    public async Task ReadAsync(IReadOnlyList<RecordedStatement> statements, Action<object> each)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = statement.On(connection, transaction: null);
            await using var reader = await command.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                Array.ForEach(values, each);
            }
        }
    }

    /// <summary>Runs the statements in one transaction.</summary>
    public async Task WriteAsync(IReadOnlyList<RecordedStatement> statements, Func<object?, object?> change)
    {
        if (postgres is null)
        {
            await writer.WaitAsync();
        }

        try
        {
            await using var connection = await OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            foreach (var statement in statements)
            {
                await using var command = statement.On(connection, transaction, change);
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
        finally
        {
            if (postgres is null)
            {
                writer.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (postgres is not null)
        {
            return await postgres.OpenConnectionAsync();
        }

        var connection = new SqliteConnection(sqlite);
        await connection.OpenAsync();
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }
}
