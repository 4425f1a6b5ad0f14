namespace Champions.Domain.SupportSessions;

public enum SupportKind
{
    Signposting,
    HandsOn,
    Tuition,
    Advice,
}

public enum SessionOutcome
{
    Resolved,
    PartlyResolved,
    NeedsFollowUp,
    Referred,
    NotHeld,
}

public enum DoneBy
{
    LearnerDidIt,
    DoneTogether,
    DoneForThem,
}

public enum Barrier
{
    NoDevice,
    SharedDevice,
    LoginOrAccess,
    Connectivity,
    NoTime,
    Skills,
    Confidence,
    Motivation,
    TrustOrSecurity,
    Accessibility,
    NoSupportAvailable,
    SystemFault,
}
