using System.Collections.Concurrent;
using Champions.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.Infrastructure.Jobs;

/// <summary>What to do when the job is running already.</summary>
internal enum JobTurn
{
    /// <summary>A tick: the run under way does its work.</summary>
    Skip,

    /// <summary>A nudge: what it announces may have come too late for the run under way.</summary>
    Wait,
}

/// <summary>Runs a job for whichever engine ticks: in a scope of its own, never twice at once in this process, with a line in the history.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, JobHistory history, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Failures end here: they are logged and recorded, and the engine goes on ticking.</summary>
    /// <exception cref="OperationCanceledException">The process is stopping.</exception>
    public async Task RunAsync(RecurringJob job, JobTurn whenBusy, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(job.Id, _ => new SemaphoreSlim(1, 1));
        if (!await turn.WaitAsync(whenBusy == JobTurn.Skip ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
        {
            return;
        }

        try
        {
            await RunAndRecordAsync(job, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task RunAndRecordAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        var run = new JobRun(job.Id, clock.GetUtcNow());
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Job)).RunAsync(cancellationToken);
            run.Finish(succeeded: true, Shortened(done), clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (JobFailedException wrong)
        {
            LogWrong(job.Id, run.Id, wrong.Message);
            run.Finish(succeeded: false, Shortened(wrong.Message), clock.GetUtcNow());
        }
        catch (Exception fault)
        {
            // The message may quote what somebody typed; its type and place do not
            LogFailure(job.Id, run.Id, fault.GetType().FullName, fault.StackTrace);
            run.Finish(succeeded: false, fault.GetType().Name, clock.GetUtcNow());
        }

        try
        {
            await history.AddAsync(run, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRecorded(job.Id, run.Id, fault.GetType().FullName);
        }
    }

    private static string? Shortened(string? detail) => detail is { Length: > JobRun.DetailMax } ? detail[..JobRun.DetailMax] : detail;

    [LoggerMessage(1, LogLevel.Error, "Job {Job} failed in run {Run} with {Fault} at {Place}")]
    private partial void LogFailure(string job, Guid run, string? fault, string? place);

    [LoggerMessage(3, LogLevel.Error, "Job {Job} found something wrong in run {Run}: {Detail}")]
    private partial void LogWrong(string job, Guid run, string detail);

    [LoggerMessage(2, LogLevel.Warning, "Run {Run} of job {Job} could not be recorded: {Fault}")]
    private partial void LogNotRecorded(string job, Guid run, string? fault);
}
