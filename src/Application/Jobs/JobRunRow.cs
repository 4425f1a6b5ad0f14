using AutoMapper;

namespace Champions.Application.Jobs;

/// <summary>A line of the run history.</summary>
public sealed record JobRunRow
{
    public Guid Id { get; init; }

    public string Job { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool? Succeeded { get; init; }

    public string? Detail { get; init; }
}

internal sealed class JobProjections : Profile
{
    public JobProjections() => CreateProjection<JobRun, JobRunRow>();
}
