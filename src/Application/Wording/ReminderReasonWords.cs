using Champions.Application.Reminders;

namespace Champions.Application.Wording;

/// <summary>Why somebody gets an email, as a heading of it.</summary>
public static class ReminderReasonWords
{
    public static string Of(ReminderReason reason) => reason switch
    {
        ReminderReason.BookingConfirmed => "Booking confirmed",
        ReminderReason.BookingTomorrow => "Booking tomorrow",
        ReminderReason.BookingToday => "Booking today",
        ReminderReason.BookingMoved => "Booking moved",
        ReminderReason.BookingCancelled => "Booking cancelled",
        ReminderReason.FollowUpDue => "Follow-up due",
        ReminderReason.FollowUpOverdue => "Follow-up overdue",
        ReminderReason.AssignmentStarted => "Ward assignment started",
        ReminderReason.AssignmentEnding => "Ward assignment ending",
        ReminderReason.LogMissing => "Session not logged",
        ReminderReason.ChampionQuiet => "Champion quiet",
        ReminderReason.RoleReview => "Role review",
        ReminderReason.ConfirmationWaiting => "Confirmation waiting",
        ReminderReason.WeeklyDigest => "Weekly digest",
        ReminderReason.SignInCode => "Log-in code",
        ReminderReason.PasswordReset => "New password",
        ReminderReason.Invitation => "Invitation",
        ReminderReason.AccountChanged => "Log-in changed",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
    };
}
