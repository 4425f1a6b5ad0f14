using Champions.Application.Jobs;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>When a job runs, as an administrator reads it.</summary>
public static class JobScheduleWords
{
    /// <param name="schedule">Of the job.</param>
    /// <param name="poll">How often this installation looks for due work.</param>
    public static string Of(JobSchedule schedule, TimeSpan poll) => schedule switch
    {
        { IsPoll: true } => $"Every {Length(poll)}, and at once when there is news",
        { Interval: { } interval } => $"Every {Length(interval)}",
        { UkTime: { } time } => $"Every day at {UkFormat.Time(time)}",
        _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule, "A schedule without a time."),
    };

    /// <summary>"45 milliseconds", "3 seconds", "2 minutes".</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 1 } => UkFormat.Count((int)length.TotalMilliseconds, "millisecond"),
        { TotalSeconds: < 60 } => UkFormat.Count((int)length.TotalSeconds, "second"),
        _ => UkFormat.Length((int)length.TotalMinutes),
    };
}
