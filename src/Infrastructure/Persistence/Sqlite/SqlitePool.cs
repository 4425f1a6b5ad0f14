using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Takes connections from the driver's pool and gives them back one at a time. While the driver marks one as free it looks abandoned for a
/// moment; whoever finds the pool empty in that moment takes it a second time, and two requests would share a connection and its
/// transaction. Source: the driver's code (10.0.14); while it marks one as taken, the same stood until 10.0.14 (dotnet/efcore issue 39008).
/// </summary>
internal sealed class SqlitePool : DbConnectionInterceptor
{
    /// <summary>One for the process, as the pools are.</summary>
    private static readonly Lock Turn = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        lock (Turn)
        {
            connection.Open();
        }

        return InterceptionResult.Suppress();
    }

    /// <summary>The driver knows no asynchronous way.</summary>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ConnectionOpening(connection, eventData, result));
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        lock (Turn)
        {
            connection.Close();
        }

        return InterceptionResult.Suppress();
    }

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(ConnectionClosing(connection, eventData, result));
}
