namespace Champions.Domain.SupportSessions;

/// <summary>An answer of the log form that can change.</summary>
public enum SessionAnswer
{
    Day,
    Ward,
    System,
    Topics,
    People,
    Minutes,
    Mode,
    Outcome,
    Kind,
    DoneBy,
    Barriers,
    Note,
    FollowUp,
}

/// <summary>
/// One answer that was changed. Values are kept as they are stored, not in words: a day as 2026-11-24, a number, the name of an
/// enumeration's member, the id of a ward or system. Lists and notes are only named.
/// </summary>
/// <param name="Answer">Which answer.</param>
/// <param name="From">What it was; null when there was none or it is not repeated here.</param>
/// <param name="To">What it is; null when there is none or it is not repeated here.</param>
public sealed record SessionChange(SessionAnswer Answer, string? From = null, string? To = null);
