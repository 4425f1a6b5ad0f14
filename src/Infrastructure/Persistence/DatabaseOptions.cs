using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Configuration keys <c>Database:Provider</c> and <c>ConnectionStrings:Champions</c>.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    private const string EmbeddedFile = "Data Source=data/champions.db";

    /// <exception cref="StartRefusedException">The provider is unknown or PostgreSQL has no connection string.</exception>
    public static DatabaseOptions From(IConfiguration configuration, string contentRoot)
    {
        var named = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider))
        {
            throw new StartRefusedException($"Database:Provider is \"{named}\". Use Sqlite or PostgreSql.");
        }

        var connection = configuration.GetConnectionString("Champions");
        if (provider == DatabaseProvider.PostgreSql)
        {
            return string.IsNullOrWhiteSpace(connection)
                ? throw new StartRefusedException("ConnectionStrings:Champions is missing. PostgreSQL needs one.")
                : new DatabaseOptions(provider, connection);
        }

        var file = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? EmbeddedFile : connection);
        file.DataSource = Path.GetFullPath(file.DataSource, Path.GetFullPath(contentRoot));
        return new DatabaseOptions(provider, file.ToString());
    }
}
