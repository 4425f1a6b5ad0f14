using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Jobs;

/// <summary>What runs by itself, when, and how it went. An unknown job in the address shows the runs of all.</summary>
public sealed class IndexModel(JobQueries queries, JobEngine engine, IEmailTransport transport) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    public JobEngine Engine => engine;

    public string Transport => transport.Name;

    public static IReadOnlyList<RecurringJob> Jobs => RecurringJobs.All;

    public RecurringJob? Chosen => Jobs.FirstOrDefault(j => j.Id == Job);

    public IReadOnlyDictionary<string, JobRunRow> Last { get; private set; } = new Dictionary<string, JobRunRow>(StringComparer.Ordinal);

    public IReadOnlyList<JobRunRow> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Last = await queries.LastRunsAsync(Jobs.Select(j => j.Id), cancellationToken);
        Runs = await queries.RunsAsync(Chosen?.Id, JobQueries.ShownRuns, cancellationToken);
    }

    public string Schedule(RecurringJob job) => JobScheduleWords.Of(job.Schedule, engine.Poll);

    /// <summary>A job that is no longer on the list keeps its stable name.</summary>
    public static string Title(string job) => Jobs.FirstOrDefault(j => j.Id == job)?.Title ?? job;

    public static string When(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return $"{UkFormat.ShortDate(day)}, {UkFormat.Time(time)}";
    }

    public static string Length(JobRunRow run) => run.FinishedAt is { } end ? JobScheduleWords.Length(end - run.StartedAt) : "";

    public static string Detail(JobRunRow run) => run.Detail ?? "Nothing to do";
}
