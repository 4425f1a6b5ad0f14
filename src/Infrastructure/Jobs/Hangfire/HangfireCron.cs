using Champions.Application.Jobs;

namespace Champions.Infrastructure.Jobs;

/// <summary>Schedules as Hangfire reads them: cron, with seconds in front where a minute is too long.</summary>
internal static class HangfireCron
{
    /// <exception cref="NotSupportedException">The interval does not divide a minute, an hour or a day.</exception>
    public static string Of(JobSchedule schedule, TimeSpan poll)
    {
        if (schedule.UkTime is { } time)
        {
            return $"{time.Minute} {time.Hour} * * *";
        }

        // A poll is as often as somebody set it; a remainder at the end of the minute only makes one gap shorter
        return schedule.IsPoll
            ? poll.TotalSeconds < 60 ? $"*/{(int)poll.TotalSeconds} * * * * *" : "* * * * *"
            : Every(schedule.Interval ?? throw new NotSupportedException("A schedule without a time."));
    }

    private static string Every(TimeSpan interval) => interval switch
    {
        { TotalSeconds: var seconds and < 60 } when 60 % seconds == 0 => $"*/{(int)seconds} * * * * *",
        { TotalMinutes: var minutes and < 60 } when 60 % minutes == 0 => $"*/{(int)minutes} * * * *",
        { TotalHours: var hours and < 24 } when 24 % hours == 0 => $"0 */{(int)hours} * * *",
        { TotalHours: 24 } => "0 0 * * *",
        _ => throw new NotSupportedException($"A job every {interval} needs a cron expression that does not exist. Use a divisor of a minute, an hour or a day."),
    };
}
