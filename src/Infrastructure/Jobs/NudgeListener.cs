using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Microsoft.Extensions.Hosting;

namespace Champions.Infrastructure.Jobs;

/// <summary>Runs the jobs that look for due work as soon as a commit says there is some, whichever engine ticks besides.</summary>
internal sealed class NudgeListener(JobList jobs, IJobNudge nudge, JobRunner runner) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await nudge.WaitAsync(Longest, stoppingToken);
                foreach (var job in jobs.All.Where(j => j.Schedule.IsPoll))
                {
                    await runner.RunAsync(job, JobTurn.Wait, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
