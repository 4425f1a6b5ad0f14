using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>The process that holds the file lock owns the schema and brings it up to date at start.</summary>
internal sealed class SqliteSchema(DatabaseOptions options, AuditKeyCheck keyCheck, IServiceScopeFactory scopes) : ISchema, IDisposable
{
    private DataFileLock? fileLock;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        fileLock ??= DataFileLock.Take(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        try
        {
            await SchemaSteps.RefuseNewerAsync(db, cancellationToken);
            await ForgetDeadMigrationAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await keyCheck.EnsureAsync(db, cancellationToken);
        }
        catch (SqliteException fault)
        {
            throw new StartRefusedException($"The database file {db.Database.GetDbConnection().DataSource} cannot be used: {fault.Message}");
        }
    }

    public async Task PrepareToServeAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        await MeasureAsync(cancellationToken);
    }

    /// <summary>
    /// Every query names the trust, and without figures SQLite takes any index that begins with it for as good as one that begins with the
    /// ward or the champion: it would then read all sessions of a trust to find the last one of a ward. The limit keeps it to milliseconds.
    /// </summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; ANALYZE;", cancellationToken);
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        return await SchemaSteps.IsCurrentAsync(db, cancellationToken);
    }

    public void Dispose() => fileLock?.Dispose();

    /// <summary>
    /// A process killed inside a migration leaves its lock row behind, and the next start would wait for ever. Whoever holds
    /// the file lock knows that nobody else is migrating.
    /// </summary>
    private static async Task ForgetDeadMigrationAsync(ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var there = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (there > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
