using Champions.Application.Time;

namespace Champions.Application.Outbox.Emails;

internal static class FollowUpDueEmail
{
    public static EmailContent Of(FollowUpData followUp, DateTimeOffset now)
    {
        var when = followUp.DueOn == UkCalendar.DateOf(now) ? "due today" : "due";
        return new EmailContent(
            $"Follow-up {when}: {UkFormat.DayAndMonth(followUp.DueOn)}",
            followUp.Trust,
            [when == "due" ? $"A follow-up of yours was due on {UkFormat.Date(followUp.DueOn)}." : "A follow-up of yours is due today."],
            Facts(followUp),
            Link(followUp),
            ["If you cannot do it today, tell your colleague. It stays open until you say what came of it."]);
    }

    internal static IReadOnlyList<EmailFact> Facts(FollowUpData followUp) =>
    [
        new("What to do", followUp.What),
        new("Due", UkFormat.Date(followUp.DueOn)),
        new("From the session on", UkFormat.Date(followUp.SessionOn)),
        new("Ward", followUp.Ward),
    ];

    internal static EmailLink Link(FollowUpData followUp) => new("Say what came of it", $"/follow-ups/{followUp.FollowUpId:D}/done");
}
