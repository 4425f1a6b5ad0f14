using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;

namespace Champions.Domain.SupportSessions;

/// <summary>What the log form asks.</summary>
/// <param name="OccurredOn">UK day on which help was given or tried.</param>
/// <param name="Ward">Where; null for help given to no ward in particular.</param>
/// <param name="System">Which digital system.</param>
/// <param name="Minutes">1 to 480.</param>
/// <param name="Mode">How help was given.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Topics">Up to 8 of the trust's topics.</param>
/// <param name="Participants">Head counts and named colleagues; at least one person in all.</param>
/// <param name="Barriers">What stood in the way.</param>
/// <param name="Note">Up to 200 characters, no patient details.</param>
/// <param name="Kind">What sort of help, when said.</param>
/// <param name="DoneBy">Who did it in the end, when said.</param>
public sealed record SessionAnswers(
    DateOnly OccurredOn,
    WardId? Ward,
    DigitalSystemId? System,
    int Minutes,
    SupportMode Mode,
    SessionOutcome Outcome,
    IReadOnlyList<SupportTopicId> Topics,
    IReadOnlyList<ParticipantAnswer> Participants,
    IReadOnlyList<Barrier> Barriers,
    string? Note,
    SupportKind? Kind = null,
    DoneBy? DoneBy = null);

/// <summary>A head count (with the staff group, when known) or one named colleague.</summary>
public sealed record ParticipantAnswer(int People, StaffGroup? Group, StaffMemberId? Person)
{
    /// <summary>A named colleague is one person, whatever number stands beside them.</summary>
    internal int Heads => Person is null ? People : 1;
}
