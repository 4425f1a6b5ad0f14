using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Jobs;

/// <summary>When jobs ran and how it went. Runs belong to the installation, not to a trust.</summary>
public sealed class JobQueries(IChampionsDb db, IConfigurationProvider mapping)
{
    public const int ShownRuns = 50;

    /// <summary>The newest run of each job that has one. The history of a job is short, so this reads few rows.</summary>
    public async Task<IReadOnlyDictionary<string, JobRunRow>> LastRunsAsync(IEnumerable<string> jobs, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, JobRunRow>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            if ((await RunsAsync(job, 1, cancellationToken)).FirstOrDefault() is { } run)
            {
                last[job] = run;
            }
        }

        return last;
    }

    /// <summary>Newest first; of one job, or of all when it is null.</summary>
    public async Task<IReadOnlyList<JobRunRow>> RunsAsync(string? job, int most, CancellationToken cancellationToken) =>
        await db.JobRuns.AsNoTracking()
            .Where(r => job == null || r.Job == job)
            .OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .Take(most)
            .ProjectTo<JobRunRow>(mapping)
            .ToListAsync(cancellationToken);
}
