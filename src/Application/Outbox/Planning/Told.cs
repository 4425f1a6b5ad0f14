using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;

namespace Champions.Application.Outbox.Planning;

/// <summary>What a person has been told about a booking, judged by the emails queued so far.</summary>
internal static class Told
{
    /// <summary>
    /// True when the person may have the booking in their calendar. An invitation whose body had begun counts: the relay may have taken it
    /// even though we never heard so. One that never came that far does not, however often it was tried. Somebody with no email about it at all knows it from elsewhere.
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

    /// <summary>Where the person believes the booking to be while moves have not reached them; null when none is outstanding.</summary>
    public static FormerTime? KnownTime(this IEnumerable<OutboxEmail> about, StaffMemberId person)
    {
        var theirs = about.Where(e => e.RecipientId == person && e.Reason != ReminderReason.BookingCancelled).ToList();
        var heard = theirs.Where(MayHaveLeft).Select(e => e.SubjectVersion).DefaultIfEmpty(-1).Max();
        var unheard = theirs.Where(e => e.Reason == ReminderReason.BookingMoved && e.SubjectVersion > heard);
        return unheard.MinBy(e => e.SubjectVersion)?.Read<BookingData>().Before;
    }

    private static bool MayHaveLeft(OutboxEmail email) =>
        email.State is OutboxState.Sending or OutboxState.Sent || email.MaybeSent;
}
