using Champions.Application.Time;

namespace Champions.Application.Outbox.Emails;

internal static class AssignmentStartedEmail
{
    public static EmailContent Of(AssignmentData assignment) => new(
        $"You are digital champion for {assignment.Ward} from {UkFormat.DayAndMonth(assignment.From)}",
        assignment.Trust,
        [
            assignment.By is { } by
                ? $"{by} has put you on {assignment.Ward} as digital champion."
                : $"You are now digital champion for {assignment.Ward}.",
        ],
        [
            new("Ward", assignment.Ward),
            new("Site", assignment.Site),
            new("From", UkFormat.Date(assignment.From)),
            new("Until", assignment.Until is { } until ? UkFormat.Date(until) : "No end set"),
        ],
        new EmailLink("See the ward and its people", $"/wards/{assignment.WardId:D}"),
        ["If this does not suit you, talk to your coordinator.", "Thank you for helping your colleagues."]);
}
