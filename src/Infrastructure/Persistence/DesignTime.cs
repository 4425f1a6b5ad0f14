using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Champions.Infrastructure.Persistence.Postgres;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Champions.Infrastructure.Persistence;

/// <summary>Makes contexts for scripts/add-migration, which reads the model and connects to nothing.</summary>
internal static class DesignTime
{
    public static ChangeScope Scope { get; } = new(new CurrentActor(), TimeProvider.System, new NoEmails());

    private sealed class NoEmails : IOutboxPlanner
    {
        public Task PlanAsync(IChampionsDb db, IReadOnlyCollection<DomainEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteChampionsDbContext>
{
    public SqliteChampionsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteChampionsDbContext>().UseSqlite("Data Source=:memory:").Options, DesignTime.Scope, new WriteQueue());
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresChampionsDbContext>
{
    public PostgresChampionsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresChampionsDbContext>().UseNpgsql("Host=localhost").Options, DesignTime.Scope);
}
