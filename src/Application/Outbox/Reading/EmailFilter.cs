using Champions.Application.Reminders;

namespace Champions.Application.Outbox.Reading;

/// <summary>What a person wants to know about emails; each is a word of the address.</summary>
public enum EmailStanding
{
    /// <summary>Due or not yet due, or on its way.</summary>
    Waiting,

    Sent,

    /// <summary>Refused, or its use had passed before it could leave.</summary>
    Failed,

    /// <summary>A newer email took its place before it left.</summary>
    NotSent,
}

/// <param name="Standing">Only these; null for all.</param>
/// <param name="Reason">Only these; null for all.</param>
/// <param name="Day">Queued on this UK day; null for the last <see cref="EmailQueries.Days"/> days.</param>
public sealed record EmailFilter(EmailStanding? Standing, ReminderReason? Reason, DateOnly? Day);
