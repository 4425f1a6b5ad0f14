using System.Collections.Concurrent;
using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Jobs;

/// <summary>
/// Keeps the last 50 runs of each job. A job that ticks every few seconds and finds nothing to do, or fails the same way each time,
/// would push out everything worth reading: such a run is recorded once a minute, and a quiet one takes the place of the quiet one before.
/// </summary>
internal sealed class JobHistory(IServiceScopeFactory scopes)
{
    public const int Kept = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool Succeeded, string? Detail)> last = new(StringComparer.Ordinal);

    public async Task AddAsync(JobRun run, CancellationToken cancellationToken)
    {
        var quiet = run is { Succeeded: true, Detail: null };
        var worthIt = run is { Succeeded: true, Detail: not null };
        if (!worthIt
            && last.TryGetValue(run.Job, out var before)
            && before.Succeeded == run.Succeeded
            && before.Detail == run.Detail
            && run.StartedAt - before.At < Pause)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IChampionsDb>();
        await db.InTransactionAsync(
            async ct =>
            {
                var runs = await db.JobRuns.AsNoTracking().Where(r => r.Job == run.Job)
                    .OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
                    .Select(r => new { r.Id, r.Succeeded, r.Detail }).ToListAsync(ct);
                var dropped = runs.Skip(Kept - 1).Select(r => r.Id).ToList();
                if (quiet && runs is [{ Succeeded: true, Detail: null } newest, ..])
                {
                    dropped.Add(newest.Id);
                }

                if (dropped.Count > 0)
                {
                    await db.JobRuns.Where(r => dropped.Contains(r.Id)).ExecuteDeleteAsync(ct);
                }

                db.JobRuns.Add(run);
                return await db.SaveChangesAsync(ct);
            },
            cancellationToken);
        last[run.Job] = (run.StartedAt, run.Succeeded == true, run.Detail);
    }
}
