namespace Champions.Application.Outbox.Emails;

/// <summary>What an email about a follow-up says, as it was when the email was queued.</summary>
internal sealed record FollowUpData
{
    public required Guid FollowUpId { get; init; }

    public required string Trust { get; init; }

    /// <summary>What is to be done, as typed.</summary>
    public required string What { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>UK day of the session it came from.</summary>
    public required DateOnly SessionOn { get; init; }

    public string? Ward { get; init; }
}
