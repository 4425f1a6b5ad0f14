#if FULL_FEED
using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Persistence;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecurringJob = Champions.Application.Jobs.RecurringJob;

namespace Champions.Infrastructure.Tests.Jobs;

/// <summary>What is Hangfire's own; that it ticks is judged by <see cref="EngineTests"/>, as for either engine.</summary>
public sealed class HangfireTests
{
    public static TheoryData<JobSchedule, int, string> Schedules => new()
    {
        { JobSchedule.Poll, 5, "*/5 * * * * *" },
        { JobSchedule.Poll, 60, "* * * * *" },
        { JobSchedule.Every(TimeSpan.FromSeconds(30)), 5, "*/30 * * * * *" },
        { JobSchedule.Every(TimeSpan.FromMinutes(1)), 5, "*/1 * * * *" },
        { JobSchedule.Every(TimeSpan.FromMinutes(15)), 5, "*/15 * * * *" },
        { JobSchedule.Every(TimeSpan.FromHours(6)), 5, "0 */6 * * *" },
        { JobSchedule.DailyAt(new TimeOnly(2, 30)), 5, "30 2 * * *" },
    };

    [Theory, MemberData(nameof(Schedules))]
    public void Schedules_become_cron(JobSchedule schedule, int pollSeconds, string cron) =>
        HangfireCron.Of(schedule, TimeSpan.FromSeconds(pollSeconds)).Should().Be(cron);

    [Fact]
    public void An_interval_that_cron_cannot_say_is_refused()
    {
        var translate = () => HangfireCron.Of(JobSchedule.Every(TimeSpan.FromMinutes(7)), TimeSpan.FromSeconds(5));

        translate.Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void Every_job_of_the_product_can_be_scheduled() =>
        RecurringJobs.All.Select(j => HangfireCron.Of(j.Schedule, TimeSpan.FromSeconds(5))).Should().OnlyContain(cron => cron.Length > 0);

    [Fact]
    public async Task A_job_that_left_the_list_leaves_Hangfire_too_and_the_rest_run_in_UK_time()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var kept = new RecurringJob("kept", "Stays", JobSchedule.DailyAt(new TimeOnly(2, 30)), typeof(BenchJob));
        var gone = new RecurringJob("gone", "Leaves", JobSchedule.DailyAt(new TimeOnly(3, 0)), typeof(BenchJob));
        (await ScheduledAsync(db, kept, gone)).Select(j => j.Id).Should().BeEquivalentTo("kept", "gone");

        var left = await ScheduledAsync(db, kept);

        var job = left.Should().ContainSingle().Subject;
        job.Id.Should().Be("kept");
        job.TimeZoneId.Should().Be("Europe/London");
    }

    private static async Task<List<RecurringJobDto>> ScheduledAsync(TestDatabase db, params RecurringJob[] jobs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(new JobBench())
            .AddScoped<BenchJob>()
            .AddSingleton<TimeProvider>(TimeProvider.System)
            .AddSingleton<IJobNudge, JobNudge>();
        builder.Services.AddJobs(new JobOptions(Enabled: true, TimeSpan.FromSeconds(60)), db.Services.GetRequiredService<DatabaseOptions>(), jobs);
        using var host = builder.Build();
        await host.StartAsync();
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        var scheduled = connection.GetRecurringJobs();
        await host.StopAsync();
        return scheduled;
    }
}
#endif
