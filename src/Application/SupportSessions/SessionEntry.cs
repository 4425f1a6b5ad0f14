using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Application.SupportSessions;

/// <summary>The log form as it was filled in: ids not yet looked up in the trust, colleagues by their work email.</summary>
public sealed record SessionEntry(
    DateOnly OccurredOn,
    WardId? Ward,
    DigitalSystemId? System,
    int Minutes,
    SupportMode Mode,
    SessionOutcome Outcome,
    IReadOnlyList<SupportTopicId> Topics,
    HelpedPeople People,
    IReadOnlyList<Barrier> Barriers,
    string? Note,
    SupportKind? Kind = null,
    DoneBy? DoneBy = null);

/// <summary>How many people were helped and, as far as it was said, who they were.</summary>
/// <param name="Total">Everybody, the ones named and counted below among them.</param>
/// <param name="ByGroup">Head counts of staff groups.</param>
/// <param name="Emails">Named colleagues.</param>
public sealed record HelpedPeople(int Total, IReadOnlyDictionary<StaffGroup, int> ByGroup, IReadOnlyList<string> Emails)
{
    public static HelpedPeople Count(int total) => new(total, new Dictionary<StaffGroup, int>(), []);
}

/// <param name="DueOn">UK day.</param>
/// <param name="What">What is to be done.</param>
public sealed record NewFollowUp(DateOnly DueOn, string? What);
