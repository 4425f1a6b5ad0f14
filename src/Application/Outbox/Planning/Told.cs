using Champions.Application.Reminders;

namespace Champions.Application.Outbox.Planning;

/// <summary>What a person has been told about a booking, judged by the emails queued so far.</summary>
internal static class Told
{
    /// <summary>
    /// True when the person may have the booking in their calendar. An invitation that was tried at all counts: the relay may have taken it
    /// even though we never heard so. Somebody with no email about it at all knows it from elsewhere.
    /// </summary>
    public static bool HasInvitation(this IEnumerable<OutboxEmail> about, StaffMemberId person)
    {
        var theirs = about.Where(e => e.RecipientId == person).ToList();
        if (theirs.Count == 0)
        {
            return true;
        }

        var cancelled = theirs.Where(e => e is { Reason: ReminderReason.BookingCancelled, State: OutboxState.Sent }).Select(e => e.SubjectVersion);
        var last = cancelled.DefaultIfEmpty(-1).Max();
        return theirs.Exists(e => e.SubjectVersion > last && e.Reason != ReminderReason.BookingCancelled && MayHaveLeft(e));
    }

    private static bool MayHaveLeft(OutboxEmail email) =>
        email.State is not (OutboxState.Pending or OutboxState.Superseded) || email.Attempts > 0 || email.MaybeSent;
}
