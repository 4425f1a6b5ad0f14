using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Outbox;
using Champions.Infrastructure.Persistence.Postgres;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Champions.Infrastructure.Persistence;

internal static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddScoped<ChangeScope>();
        services.AddSingleton(provider => new AuditKey(provider.GetRequiredService<AuditKeyFile>().Read));
        services.AddSingleton<IAuditSeal>(provider => provider.GetRequiredService<AuditKey>());
        services.AddSingleton<AuditKeyCheck>();
        services.AddSingleton<IJobNudge, JobNudge>();
        services.AddOutbox(options.Provider);

        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var connectionString = SqliteConnectionString(options.ConnectionString);
            services.AddSingleton<WriteQueue>();
            services.AddPooledDbContextFactory<SqliteChampionsDbContext>(builder => UseSqlite(builder, connectionString));
            services.AddScoped<ChampionsDbContext>(scope =>
            {
                var db = Lend<SqliteChampionsDbContext>(scope);
                db.Queue = scope.GetRequiredService<WriteQueue>();
                return db;
            });
            services.AddSingleton<ISchema, SqliteSchema>();
        }
        else
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(PostgresConnectionString(options.ConnectionString)));
            services.AddPooledDbContextFactory<PostgresChampionsDbContext>(
                (provider, builder) => UsePostgres(builder, provider.GetRequiredService<NpgsqlDataSource>()));
            services.AddScoped<ChampionsDbContext>(Lend<PostgresChampionsDbContext>);
            services.AddSingleton<ISchema, PostgresSchema>();
        }

        services.AddScoped<IChampionsDb>(provider => provider.GetRequiredService<ChampionsDbContext>());
        services.AddDataProtection().SetApplicationName("Champions").UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration
        {
            EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
        });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysSealed>();
        return services;
    }

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder builder, string connectionString) =>
        Common(builder.UseSqlite(connectionString)).AddInterceptors(new SqlitePool(), new SqlitePragmas());

    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder builder, NpgsqlDataSource source) =>
        Common(builder.UseNpgsql(source));

    /// <summary>A context from the pool, told whose scope it serves; it goes back when the scope ends.</summary>
    private static TContext Lend<TContext>(IServiceProvider scope) where TContext : ChampionsDbContext
    {
        var db = scope.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
        db.Enter(scope.GetRequiredService<ChangeScope>());
        return db;
    }

    public static string SqliteConnectionString(string configured) =>
        new SqliteConnectionStringBuilder(configured) { ForeignKeys = true, DefaultTimeout = 5, Pooling = true }.ToString();

    /// <summary>
    /// Four connections a core, opened at start and kept. There may be more: writers who wait for each other hold one each, and whoever reads
    /// must not wait with them. Statements are prepared as they recur. Nothing here changes the state of a connection beyond its transaction,
    /// so nothing has to be put back before each use: that would be six statements before the first.
    /// </summary>
    public static string PostgresConnectionString(string configured)
    {
        var builder = new NpgsqlConnectionStringBuilder(configured) { NoResetOnClose = true };

        // ContainsKey is true of every keyword there is, whether it was given or not
        if (!builder.ShouldSerialize("Minimum Pool Size"))
        {
            builder.MinPoolSize = Math.Min(Math.Max(8, 4 * Environment.ProcessorCount), builder.MaxPoolSize);
        }

        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 100;
        }

        return builder.ToString();
    }

    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
            .Throw(CoreEventId.FirstWithoutOrderByAndFilterWarning)
            .Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
}
