namespace Champions.Application.Reminders;

/// <summary>Why a person gets an email.</summary>
public enum ReminderReason
{
    BookingConfirmed,
    BookingTomorrow,
    BookingToday,
    BookingMoved,
    BookingCancelled,
    FollowUpDue,
    FollowUpOverdue,
    AssignmentStarted,
    AssignmentEnding,
    LogMissing,
    ChampionQuiet,
    RoleReview,
    ConfirmationWaiting,
    WeeklyDigest,

    /// <summary>A code and a link to log in with.</summary>
    SignInCode,

    /// <summary>A link to set a new password.</summary>
    PasswordReset,

    /// <summary>Somebody was given an account, or a role.</summary>
    Invitation,

    /// <summary>A password, a passkey or another way in was added, changed or removed.</summary>
    AccountChanged,
}
