namespace Champions.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Configuration keys <c>Database:Provider</c> and <c>ConnectionStrings:Champions</c>.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
