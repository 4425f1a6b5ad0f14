using Champions.Application.Reminders;

namespace Champions.Application.Outbox.Reading;

/// <summary>A line of the list of emails.</summary>
public sealed record EmailRow
{
    public Guid Id { get; init; }

    public TrustId TrustId { get; init; }

    public ReminderReason Reason { get; init; }

    public string ToName { get; init; } = "";

    public string ToAddress { get; init; } = "";

    public OutboxState State { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The relay's words.</summary>
    public string? LastReply { get; init; }
}

/// <summary>All that is known about one email.</summary>
public sealed record EmailDetail
{
    public Guid Id { get; init; }

    public TrustId TrustId { get; init; }

    public ReminderReason Reason { get; init; }

    public Guid SubjectId { get; init; }

    public string ToName { get; init; } = "";

    public string ToAddress { get; init; } = "";

    public OutboxState State { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset UsefulUntil { get; init; }

    public DateTimeOffset NextTryAt { get; init; }

    public DateTimeOffset? AppointmentAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public int Attempts { get; init; }

    public bool MaybeSent { get; init; }

    public string? LastReply { get; init; }

    public string MessageId { get; init; } = "";
}

/// <summary>One page of emails.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Total">Emails that fit the filter.</param>
/// <param name="TrustNames">Of the trusts in these rows.</param>
public sealed record EmailPage(IReadOnlyList<EmailRow> Rows, int Total, IReadOnlyDictionary<TrustId, string> TrustNames);

/// <summary>How many emails stand how, for the same reason and day.</summary>
public sealed record EmailCounts(int Waiting, int Sent, int Failed, int NotSent);
