using Champions.Domain.Common;

namespace Champions.Application.Reminders;

/// <summary>
/// One reminder that was due: recipient, reason, subject and due time are unique together, so a sweep may find the same
/// due reminder any number of times and queue it once.
/// </summary>
public sealed class Reminder : ITrustOwned
{
    private Reminder()
    {
    }

    public Reminder(
        TrustId trustId, StaffMemberId recipientId, ReminderReason reason, Guid subjectId, DateTimeOffset dueAt, Guid? outboxEmailId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        TrustId = trustId;
        RecipientId = recipientId;
        Reason = reason;
        SubjectId = subjectId;
        DueAt = dueAt;
        OutboxEmailId = outboxEmailId;
        PlannedAt = now;
    }

    public Guid Id { get; private set; }

    public TrustId TrustId { get; private set; }

    public StaffMemberId RecipientId { get; private set; }

    public ReminderReason Reason { get; private set; }

    /// <summary>Id of the booking, slot, follow-up or assignment it is about.</summary>
    public Guid SubjectId { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The queued email; null when the reminder was dropped because it came too late to be of use.</summary>
    public Guid? OutboxEmailId { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }
}
