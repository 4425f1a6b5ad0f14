using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Every connection: a commit is on disk when it is acknowledged, and another program's lock is waited for five seconds.
/// Foreign keys are switched on by the connection string, write-ahead logging is a property of the file.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
