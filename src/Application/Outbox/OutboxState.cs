namespace Champions.Application.Outbox;

public enum OutboxState
{
    Pending,
    Sending,
    Sent,

    /// <summary>A newer email about the same subject made this one pointless before it left.</summary>
    Superseded,

    /// <summary>Refused for good, or no longer of use. Visible to the coordinator.</summary>
    Dead,
}
