using Microsoft.Data.Sqlite;
using Npgsql;

namespace Champions.Infrastructure.Persistence;

/// <summary>Tells faults of the database apart from bugs of ours.</summary>
public static class DatabaseFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>
    /// Another writer was in the way: the same command may work when run again. A plain "busy" of SQLite does not count: it
    /// comes after five seconds of waiting, and who waits longer for a page gives up.
    /// </summary>
    public static bool IsTransient(Exception fault) => Innermost(fault) switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteBusy } => false,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => false,
    };

    /// <summary>The database cannot serve now: the answer is 503, not 500.</summary>
    public static bool IsUnavailable(Exception fault) => Innermost(fault) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode
            is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteIoError or SqliteFull or SqliteCannotOpen,
        PostgresException postgres => postgres.IsTransient,
        NpgsqlException => true,
        _ => false,
    };

    private static Exception Innermost(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            if (e is SqliteException or NpgsqlException)
            {
                return e;
            }
        }

        return fault;
    }
}
