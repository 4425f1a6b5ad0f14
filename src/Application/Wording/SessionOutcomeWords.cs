using Champions.Domain.SupportSessions;

namespace Champions.Application.Wording;

/// <summary>What came of a session or a follow-up, as people read it.</summary>
public static class SessionOutcomeWords
{
    public static string Of(SessionOutcome outcome) => outcome switch
    {
        SessionOutcome.Resolved => "Solved",
        SessionOutcome.PartlyResolved => "Partly solved",
        SessionOutcome.NeedsFollowUp => "Needs a follow-up",
        SessionOutcome.Referred => "Passed on to somebody else",
        SessionOutcome.NotHeld => "Did not happen",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };
}
