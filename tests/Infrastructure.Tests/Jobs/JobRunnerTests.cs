using Champions.Application.Jobs;
using Champions.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Jobs;

public sealed class JobRunnerTests
{
    private readonly JobBench bench = new();

    [Theory, EveryDatabase]
    public async Task A_run_that_did_something_is_recorded_with_its_words_and_times(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind);
        bench.Work = _ =>
        {
            db.Clock.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult<string?>("Sent 2 emails");
        };

        await RunAsync(db);

        var run = (await db.AllAsync<JobRun>()).Should().ContainSingle().Subject;
        run.Job.Should().Be("bench");
        run.Succeeded.Should().BeTrue();
        run.Detail.Should().Be("Sent 2 emails");
        run.StartedAt.Should().Be(Given.Now);
        run.FinishedAt.Should().Be(Given.Now.AddSeconds(3));
    }

    [Theory, EveryDatabase]
    public async Task A_failure_is_recorded_by_its_type_and_the_runner_goes_on(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind);
        bench.Work = _ => throw new InvalidOperationException("Tom Reid, tom.reid@trust.example");
        await RunAsync(db);
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        bench.Work = _ => throw new JobFailedException("2 claims without a slot");
        await RunAsync(db);
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        bench.Work = _ => Task.FromResult<string?>("Fine again");
        await RunAsync(db);

        (await RunsAsync(db)).Select(r => (r.Succeeded, r.Detail)).Should().Equal(
            (false, "InvalidOperationException"), (false, "2 claims without a slot"), (true, "Fine again"));
    }

    [Theory, EveryDatabase]
    public async Task Quiet_runs_take_one_line_between_them_and_the_same_failure_one_a_minute(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind);
        bench.Work = _ => Task.FromResult<string?>("Sent 1 email");
        await RunAsync(db);
        bench.Work = _ => Task.FromResult<string?>(null);
        for (var tick = 0; tick < 30; tick++)
        {
            db.Clock.Advance(TimeSpan.FromSeconds(5));
            await RunAsync(db);
        }

        bench.Work = _ => throw new InvalidOperationException();
        for (var tick = 0; tick < 30; tick++)
        {
            db.Clock.Advance(TimeSpan.FromSeconds(5));
            await RunAsync(db);
        }

        var runs = await RunsAsync(db);
        runs.Take(2).Select(r => r.Detail).Should().Equal("Sent 1 email", null);
        runs.Skip(2).Should().HaveCount(3).And.OnlyContain(r => r.Succeeded == false);
    }

    [Theory, EveryDatabase]
    public async Task The_last_50_runs_of_each_job_are_kept(DatabaseKind kind)
    {
        await using var db = await CreateAsync(kind);
        await db.SaveAsync(new JobRun("another", Given.Now.AddYears(-1)));
        var number = 0;
        bench.Work = _ => Task.FromResult<string?>($"Run {++number}");
        for (var run = 0; run < 60; run++)
        {
            db.Clock.Advance(TimeSpan.FromSeconds(5));
            await RunAsync(db);
        }

        var runs = await RunsAsync(db);
        runs.Should().HaveCount(51);
        runs[0].Job.Should().Be("another");
        runs[1].Detail.Should().Be("Run 11");
    }

    [Fact]
    public async Task Two_ticks_never_overlap_and_a_nudge_waits_for_its_own_run()
    {
        await using var db = await CreateAsync(DatabaseKind.Sqlite);
        var gate = new TaskCompletionSource();
        bench.Work = async _ =>
        {
            await gate.Task;
            return null;
        };
        var runner = db.Services.GetRequiredService<JobRunner>();

        var first = runner.RunAsync(BenchJob.Polled, JobTurn.Skip, CancellationToken.None);
        var skipped = runner.RunAsync(BenchJob.Polled, JobTurn.Skip, CancellationToken.None);
        var nudged = runner.RunAsync(BenchJob.Polled, JobTurn.Wait, CancellationToken.None);
        await skipped;
        nudged.IsCompleted.Should().BeFalse();
        gate.SetResult();
        await Task.WhenAll(first, nudged);

        bench.Runs.Should().Be(2);
        bench.AtOnce.Should().Be(1);
    }

    [Fact]
    public async Task A_job_that_is_asked_to_stop_leaves_no_failure_behind()
    {
        await using var db = await CreateAsync(DatabaseKind.Sqlite);
        using var stop = new CancellationTokenSource();
        bench.Work = async ct =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return null;
        };

        var run = () => db.Services.GetRequiredService<JobRunner>().RunAsync(BenchJob.Polled, JobTurn.Skip, stop.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        (await db.AllAsync<JobRun>()).Should().BeEmpty();
    }

    private static Task RunAsync(TestDatabase db) =>
        db.Services.GetRequiredService<JobRunner>().RunAsync(BenchJob.Polled, JobTurn.Skip, CancellationToken.None);

    private static async Task<List<JobRun>> RunsAsync(TestDatabase db) => [.. (await db.AllAsync<JobRun>()).OrderBy(r => r.StartedAt).ThenBy(r => r.Id)];

    private Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, services => services.AddSingleton(bench).AddScoped<BenchJob>());
}
