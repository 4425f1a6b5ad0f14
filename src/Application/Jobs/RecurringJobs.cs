using Champions.Application.Auditing;
using Champions.Application.Entering;
using Champions.Application.HelpSlots;
using Champions.Application.Outbox.Sending;
using Champions.Application.Privacy;
using Champions.Application.Reminders;

namespace Champions.Application.Jobs;

/// <summary>Every recurring job of the product. Both engines read this list and nothing else.</summary>
public static class RecurringJobs
{
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new("send-emails", "Send emails that are due", JobSchedule.Poll, typeof(SendDueEmails)),
        new("plan-reminders", "Queue reminders that are due", JobSchedule.Every(TimeSpan.FromMinutes(1)), typeof(SweepReminders)),
        new("purge-time-claims", "Delete claimed time of days gone by", JobSchedule.DailyAt(new TimeOnly(2, 30)), typeof(PurgeTimeClaims)),
        new("purge-codes", "Delete log-in codes of days gone by", JobSchedule.DailyAt(new TimeOnly(2, 45)), typeof(PurgeCodes)),
        new("check-time-claims", "Compare claimed time with times and bookings", JobSchedule.DailyAt(new TimeOnly(3, 0)), typeof(CheckTimeClaims)),
        new("forget-old-text", "Clear notes, emails and devices that are no longer kept", JobSchedule.DailyAt(new TimeOnly(3, 30)), typeof(ForgetOldText)),
        new("forget-leavers", "Take away names of people who left long ago", JobSchedule.DailyAt(new TimeOnly(3, 45)), typeof(ForgetLeavers)),
        new("anchor-audit-trail", "Check new changes in the audit trail and write down its ends, once a day", JobSchedule.Every(TimeSpan.FromHours(1)), typeof(SetAnchors)),
        new("check-audit-trail", "Check the whole audit trail", JobSchedule.DailyAt(new TimeOnly(4, 0)), typeof(CheckAuditTrail)),
    ];
}

/// <summary>One line of the list.</summary>
/// <param name="Id">Stable name, for example <c>send-emails</c>; also stands in the run history.</param>
/// <param name="Title">What it does, in words for people.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="Job">A class that implements <see cref="IRecurringJob"/>.</param>
public sealed record RecurringJob(string Id, string Title, JobSchedule Schedule, Type Job);

/// <summary>Every so often, or once a day at a time of the UK wall clock; one of the two is set.</summary>
public sealed record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Whole seconds; null for a daily job.</summary>
    public TimeSpan? Interval { get; private init; }

    /// <summary>UK wall time that exists on every day; null for a job that runs every so often.</summary>
    public TimeOnly? UkTime { get; private init; }

    /// <summary>Runs as often as <c>Jobs:PollSeconds</c> says, and soon after a nudge.</summary>
    public bool IsPoll { get; private init; }

    /// <summary>As often as the configuration says (5 seconds by default), and at once after a nudge.</summary>
    public static JobSchedule Poll { get; } = new() { IsPoll = true };

    public static JobSchedule Every(TimeSpan interval) => new() { Interval = interval };

    public static JobSchedule DailyAt(TimeOnly ukTime) => new() { UkTime = ukTime };
}
