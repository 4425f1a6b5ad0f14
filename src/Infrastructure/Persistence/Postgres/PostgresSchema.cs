using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Champions.Infrastructure.Persistence.Postgres;

/// <summary>The <c>migrate</c> verb runs once a release; nodes only check that it has.</summary>
internal sealed class PostgresSchema(AuditKeyCheck keyCheck, IServiceScopeFactory scopes) : ISchema
{
    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long MigrationLock = 5080_2026;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        try
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }

            // The framework locks one migration at a time and lists them before it waits; two verbs at once need one lock over all.
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            try
            {
                await SchemaSteps.RefuseNewerAsync(db, cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }
            finally
            {
                await UnlockAsync(db);
            }

            await keyCheck.EnsureAsync(db, cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            throw new StartRefusedException($"The PostgreSQL database cannot be reached or changed: {fault.Message}");
        }
    }

    /// <summary>Else the lock would go back to the pool with its connection. A connection that broke has let go of it.</summary>
    private static async Task UnlockAsync(ChampionsDbContext db)
    {
        try
        {
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            }
        }
        catch (NpgsqlException)
        {
            // It broke just now, and why the migration failed is what matters
        }
    }

    public async Task PrepareToServeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        try
        {
            await SchemaSteps.RefuseNewerAsync(db, cancellationToken);
            if (!await SchemaSteps.IsCurrentAsync(db, cancellationToken))
            {
                throw new StartRefusedException("The database is not up to date. Run the migrate verb of this version first.");
            }

            await keyCheck.EnsureAsync(db, cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            throw new StartRefusedException($"The PostgreSQL database cannot be reached: {fault.Message}");
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        return await SchemaSteps.IsCurrentAsync(db, cancellationToken);
    }

    /// <summary>The server does so by itself within minutes; this is for right now.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ChampionsDbContext>().Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
    }
}
