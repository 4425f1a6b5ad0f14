namespace Champions.Application.Jobs;

/// <summary>One run of a recurring job, whichever engine ticked.</summary>
public sealed class JobRun
{
    public const int DetailMax = 500;

    private JobRun()
    {
    }

    public JobRun(string job, DateTimeOffset startedAt)
    {
        Id = Guid.CreateVersion7(startedAt);
        Job = job;
        StartedAt = startedAt;
    }

    public Guid Id { get; private set; }

    public string Job { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public bool? Succeeded { get; private set; }

    /// <summary>What it did in a few words, or the type of the failure.</summary>
    public string? Detail { get; private set; }

    public void Finish(bool succeeded, string? detail, DateTimeOffset now)
    {
        Succeeded = succeeded;
        Detail = detail;
        FinishedAt = now;
    }
}
