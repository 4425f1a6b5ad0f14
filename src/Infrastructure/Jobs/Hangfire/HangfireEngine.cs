using Champions.Application.Jobs;
using Champions.Infrastructure.Persistence;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Champions.Infrastructure.Jobs;

/// <summary>
/// Hangfire as the ticker: its storage is memory beside SQLite and the schema <c>hangfire</c> on PostgreSQL. What is due stands in our
/// tables, so nothing is lost with it, and no job is ever retried by Hangfire.
/// </summary>
internal static class HangfireEngine
{
    private const string Schema = "hangfire";
    private const int Workers = 4;

    /// <summary>A tick every few seconds leaves a row behind; nobody reads them after this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public static void AddHangfireEngine(this IServiceCollection services, DatabaseOptions database, TimeSpan poll)
    {
        // Both of this container, not of the process: several programs may live in one, as in tests
        services.AddSingleton(provider =>
        {
            // Sets where Hangfire logs to, which making the storage already does
            provider.GetRequiredService<IGlobalConfiguration>();
            return Storage(database);
        });
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddScoped<HangfireTick>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<HangfireSchedule>(provider, poll));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(30);
        });
    }

    private static JobStorage Storage(DatabaseOptions database)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = Kept });
        }

        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "Champions jobs", MaxPoolSize = 2 * Workers };
        var options = new PostgreSqlStorageOptions { SchemaName = Schema, QueuePollInterval = TimeSpan.FromSeconds(1) };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection.ToString(), options, connectionSetup: null), options)
        {
            JobExpirationTimeout = Kept,
        };
    }
}

/// <summary>Tells Hangfire the list of jobs at start and takes away what no longer stands in it.</summary>
internal sealed class HangfireSchedule(JobList jobs, JobStorage storage, IRecurringJobManager manager, TimeSpan poll) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in jobs.All)
        {
            manager.AddOrUpdate<HangfireTick>(
                job.Id,
                tick => tick.RunAsync(job.Id, CancellationToken.None),
                HangfireCron.Of(job.Schedule, poll),
                new RecurringJobOptions
                {
                    TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
                    MisfireHandling = job.Schedule.UkTime is null ? MisfireHandlingMode.Ignorable : MisfireHandlingMode.Relaxed,
                });
        }

        using var connection = storage.GetConnection();
        foreach (var gone in Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Where(known => jobs.Find(known.Id) is null))
        {
            manager.RemoveIfExists(gone.Id);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>One tick. The outbox and the jobs themselves try again, so Hangfire must not.</summary>
internal sealed class HangfireTick(JobList jobs, JobRunner runner, IHostApplicationLifetime lifetime)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        if (jobs.Find(id) is not { } job)
        {
            return;
        }

        // The job hears of the end of the program as soon as it is decided, and reaches its safe point while the host waits
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await runner.RunAsync(job, JobTurn.Skip, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped at a safe point
        }
    }
}
