using Champions.Application.Jobs;

namespace Champions.Infrastructure.Jobs;

/// <summary>The jobs an engine ticks: those of <see cref="RecurringJobs"/>, or a test's own.</summary>
internal sealed record JobList(IReadOnlyList<RecurringJob> All)
{
    public RecurringJob? Find(string id) => All.FirstOrDefault(job => job.Id == id);
}
