using Champions.Infrastructure.Persistence.Postgres;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Champions.Infrastructure.Persistence;

/// <summary>Makes contexts for scripts/add-migration, which reads the model and connects to nothing.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteChampionsDbContext>
{
    public SqliteChampionsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteChampionsDbContext>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresChampionsDbContext>
{
    public PostgresChampionsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresChampionsDbContext>().UseNpgsql("Host=localhost").Options);
}
