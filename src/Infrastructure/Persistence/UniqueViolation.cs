using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Champions.Infrastructure.Persistence;

/// <summary>Finds the name of the broken unique key, the same name on both databases.</summary>
internal static class UniqueViolation
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const string Prefix = "UNIQUE constraint failed: ";

    /// <summary>Null when the fault is something else.</summary>
    public static string? KeyOf(Exception fault, IModel model)
    {
        var cause = fault is DbUpdateException { InnerException: { } inner } ? inner : fault;
        return cause switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.ConstraintName ?? "",
            SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique } sqlite => FromColumns(sqlite.Message, model),
            _ => null,
        };
    }

    /// <summary>SQLite names columns, as in <c>UNIQUE constraint failed: Bookings.HelpSlotId, Bookings.Seat</c>.</summary>
    private static string FromColumns(string message, IModel model)
    {
        var start = message.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length;
        var columns = message[start..].TrimEnd('\'', '.').Split(", ").Select(c => c.Split('.')).ToList();
        var table = columns[0][0];
        var names = columns.Select(c => c[^1]).ToList();

        foreach (var type in model.GetEntityTypes().Where(t => t.GetTableName() == table))
        {
            var index = type.GetIndexes().FirstOrDefault(i => i.IsUnique && i.Properties.Select(p => p.GetColumnName()).SequenceEqual(names));
            if (index is not null)
            {
                return index.GetDatabaseName() ?? "";
            }

            var key = type.GetKeys().FirstOrDefault(k => k.Properties.Select(p => p.GetColumnName()).SequenceEqual(names));
            if (key is not null)
            {
                return key.GetName() ?? "";
            }
        }

        return string.Join(", ", names);
    }
}
