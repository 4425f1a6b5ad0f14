using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Champions.Performance.Floor;

/// <summary>A statement the product ran, with the values it ran with.</summary>
internal sealed record RecordedStatement(string Sql, IReadOnlyList<DbParameter> Parameters)
{
    public bool Writes => !Sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);

    public static RecordedStatement Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]);

    /// <summary>The same statement on another connection, with each value passed through <paramref name="change"/>.</summary>
    public DbCommand On(DbConnection connection, DbTransaction? transaction, Func<object?, object?>? change = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Transaction = transaction;
        foreach (var recorded in Parameters)
        {
            var parameter = Copy(recorded);
            parameter.Value = change is null ? recorded.Value : change(recorded.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static DbParameter Copy(DbParameter parameter) => parameter switch
    {
        ICloneable cloneable => (DbParameter)cloneable.Clone(),
        SqliteParameter sqlite => new SqliteParameter(sqlite.ParameterName, sqlite.Value),
        _ => throw new NotSupportedException(parameter.GetType().Name),
    };
}
