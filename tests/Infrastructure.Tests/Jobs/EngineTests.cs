using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Champions.Infrastructure.Tests.Jobs;

/// <summary>The engine of this build in a real host, on a real clock, with a list of jobs of the test's own.</summary>
public sealed class EngineTests
{
    private static readonly RecurringJob EverySecond =
        new("each-second", "Ticks by itself", JobSchedule.Every(TimeSpan.FromSeconds(1)), typeof(BenchJob));

    private static readonly RecurringJob Daily = new("daily", "Never in this test", JobSchedule.DailyAt(new TimeOnly(3, 30)), typeof(BenchJob));

    private readonly JobBench bench = new();

    [Theory, EveryDatabase]
    public async Task A_job_of_the_list_ticks_and_its_failure_does_not_end_the_ticking(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        bench.Work = _ => throw new InvalidOperationException();
        using var host = await StartAsync(db, poll: TimeSpan.FromSeconds(60), EverySecond, Daily);

        await Poll.UntilAsync(() => bench.Runs >= 2, "the job ran twice");
        await host.StopAsync();

        (await db.AllAsync<JobRun>()).Should().ContainSingle().Which.Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task A_nudge_wakes_the_jobs_that_look_for_due_work_at_once()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var host = await StartAsync(db, poll: TimeSpan.FromSeconds(60), BenchJob.Polled);
        var before = bench.Runs;

        host.Services.GetRequiredService<IJobNudge>().Nudge();

        await Poll.UntilAsync(() => bench.Runs > before, "the job ran after the nudge");
        await host.StopAsync();
    }

    [Fact]
    public async Task Ticks_that_come_while_the_job_runs_are_dropped()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        bench.Work = async ct =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2.5), ct);
            return "Slow";
        };
        using var host = await StartAsync(db, poll: TimeSpan.FromSeconds(1), BenchJob.Polled);

        await Poll.UntilAsync(() => bench.Runs >= 2, "the job ran twice");
        await host.StopAsync();

        bench.AtOnce.Should().Be(1);
    }

    [Fact]
    public async Task Stopping_waits_for_the_safe_point_of_a_running_job()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var reached = false;
        bench.Work = async ct =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(200, CancellationToken.None);
                reached = true;
            }

            return "Stopped in good order";
        };
        using var host = await StartAsync(db, poll: TimeSpan.FromSeconds(1), EverySecond);
        await Poll.UntilAsync(() => bench.AtOnce == 1, "the job is running");

        await host.StopAsync();

        reached.Should().BeTrue();
        bench.Runs.Should().Be(1);
    }

    [Fact]
    public async Task Without_an_engine_nothing_ticks_and_the_page_of_jobs_knows()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        db.Services.GetServices<IHostedService>().Should().NotContain(s => s is NudgeListener);
        db.Services.GetRequiredService<JobEngine>().IsOn.Should().BeFalse();
    }

    private async Task<IHost> StartAsync(TestDatabase db, TimeSpan poll, params RecurringJob[] jobs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(bench)
            .AddScoped<BenchJob>()
            .AddSingleton<TimeProvider>(TimeProvider.System)
            .AddSingleton<IJobNudge, JobNudge>()
            .AddScoped(_ => db.Services.CreateScope().ServiceProvider.GetRequiredService<IChampionsDb>());
        builder.Services.AddJobs(new JobOptions(Enabled: true, poll), db.Services.GetRequiredService<DatabaseOptions>(), jobs);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
