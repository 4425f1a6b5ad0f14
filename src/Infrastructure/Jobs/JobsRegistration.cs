using Champions.Application.Jobs;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Jobs;

internal static class JobsRegistration
{
    /// <summary>Where the full build shows its engine's own page.</summary>
    public const string DashboardAddress = "/admin/hangfire";

    public static void AddJobs(this IServiceCollection services, JobOptions options, DatabaseOptions database) =>
        services.AddJobs(options, database, RecurringJobs.All);

    /// <summary>The same with another list, for tests.</summary>
    public static void AddJobs(
        this IServiceCollection services, JobOptions options, DatabaseOptions database, IReadOnlyList<RecurringJob> jobs)
    {
        services.AddSingleton(new JobList(jobs));
        services.AddSingleton<JobHistory>();
        services.AddSingleton<JobRunner>();
#if FULL_FEED
        services.AddSingleton(new JobEngine("Hangfire", options.Enabled, options.Poll, options.Enabled ? DashboardAddress : null));
#else
        services.AddSingleton(new JobEngine("Quartz", options.Enabled, options.Poll, DashboardAddress: null));
#endif
        if (!options.Enabled)
        {
            return;
        }

        services.AddHostedService<NudgeListener>();
#if FULL_FEED
        services.AddHangfireEngine(database, options.Poll);
#else
        services.AddQuartzEngine(jobs, options.Poll);
#endif
    }
}
