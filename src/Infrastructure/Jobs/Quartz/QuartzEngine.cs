using Champions.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Champions.Infrastructure.Jobs;

/// <summary>Quartz as the ticker. Its store is memory: what is due stands in our tables, so nothing is lost with it.</summary>
internal static class QuartzEngine
{
    public static void AddQuartzEngine(this IServiceCollection services, IReadOnlyList<RecurringJob> jobs, TimeSpan poll)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            // Ticks come by the real clock, also where the product's clock is a test's
            quartz.UseTimeProvider(TimeProvider.System);
            foreach (var job in jobs)
            {
                quartz.ScheduleJob<QuartzTick>(
                    trigger => Schedule(trigger.WithIdentity(job.Id), job.Schedule, poll),
                    tick => tick.WithIdentity(job.Id).WithDescription(job.Title));
            }
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void Schedule(ITriggerConfigurator<QuartzTick> trigger, JobSchedule schedule, TimeSpan poll)
    {
        if (schedule.UkTime is { } time)
        {
            trigger.WithCronSchedule($"{time.Second} {time.Minute} {time.Hour} * * ?", cron => cron
                .InTimeZone(UkTime)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
            return;
        }

        // A tick that was missed is not made up for: the next one finds whatever is due
        trigger.WithSimpleSchedule(simple => simple
            .WithInterval(schedule.IsPoll ? poll : schedule.Interval ?? throw new InvalidOperationException("A schedule without a time."))
            .RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount));
    }

    private static TimeZoneInfo UkTime => TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>One tick. Made in a scope by Quartz; the job itself gets a scope of its own.</summary>
    internal sealed class QuartzTick(JobList jobs, JobRunner runner, IHostApplicationLifetime lifetime) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            if (jobs.Find(context.JobDetail.Key.Name) is not { } job)
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
}
