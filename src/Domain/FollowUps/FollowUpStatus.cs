namespace Champions.Domain.FollowUps;

/// <summary>"Overdue" is computed from the due day, never stored.</summary>
public enum FollowUpStatus
{
    Open,
    Done,
    Cancelled,
}
