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
}
