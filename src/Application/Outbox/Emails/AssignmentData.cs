namespace Champions.Application.Outbox.Emails;

/// <summary>What an email about a ward assignment says, as it was when the email was queued.</summary>
internal sealed record AssignmentData
{
    public required Guid WardId { get; init; }

    public required string Trust { get; init; }

    public required string Ward { get; init; }

    public required string Site { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Who put the champion there; null when nobody in particular did.</summary>
    public string? By { get; init; }
}
