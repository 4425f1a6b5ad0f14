using Champions.Domain.FollowUps;

namespace Champions.Application.Wording;

/// <summary>Where a follow-up stands, as people read it. "Overdue" comes from the day; it is not stored.</summary>
public static class FollowUpStatusWords
{
    public static string Of(FollowUpStatus status, DateOnly dueOn, DateOnly today) => status switch
    {
        FollowUpStatus.Open when dueOn < today => "Overdue",
        FollowUpStatus.Open when dueOn == today => "Due today",
        FollowUpStatus.Open => "Open",
        FollowUpStatus.Done => "Done",
        FollowUpStatus.Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A follow-up status without words."),
    };
}
