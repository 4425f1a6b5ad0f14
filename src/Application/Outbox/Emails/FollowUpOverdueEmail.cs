using Champions.Application.Time;

namespace Champions.Application.Outbox.Emails;

internal static class FollowUpOverdueEmail
{
    public static EmailContent Of(FollowUpData followUp) => new(
        $"Follow-up still open: due {UkFormat.DayAndMonth(followUp.DueOn)}",
        followUp.Trust,
        [$"This follow-up was due on {UkFormat.Date(followUp.DueOn)} and is still open."],
        FollowUpDueEmail.Facts(followUp),
        FollowUpDueEmail.Link(followUp),
        ["If it is done, say so there and this reminder stops. Until then it comes once a week."]);
}
