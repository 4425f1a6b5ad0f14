using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Application.SupportSessions;

/// <summary>One session as it is read and as its form is filled in again.</summary>
/// <param name="Facts">What is stored.</param>
/// <param name="Names">Who and where.</param>
/// <param name="Topics">Names of the topics, in the trust's order.</param>
/// <param name="People">Who was helped.</param>
/// <param name="FollowUps">What was promised.</param>
/// <param name="MayChange">The reader may edit and undo it while there is time.</param>
public sealed record SessionDetails(
    SessionFacts Facts,
    SessionNames Names,
    IReadOnlyList<string> Topics,
    IReadOnlyList<HelpedRow> People,
    IReadOnlyList<SessionFollowUpRow> FollowUps,
    bool MayChange)
{
    public bool IsEditableAt(DateTimeOffset now) =>
        MayChange && Facts.UndoneAt is null && now < Facts.LoggedAt.AddDays(SupportSession.EditWithinDays);

    public bool IsUndoableAt(DateTimeOffset now) => MayChange && Facts.UndoneAt is null && now < UndoUntil;

    public DateTimeOffset UndoUntil => Facts.LoggedAt.AddMinutes(SupportSession.UndoWithinMinutes);
}

/// <summary>A session as stored, member for member.</summary>
public sealed class SessionFacts
{
    public SupportSessionId Id { get; init; }

    public int Version { get; init; }

    public ChampionId ChampionId { get; init; }

    public BookingId? BookingId { get; init; }

    public DateOnly OccurredOn { get; init; }

    public WardId? WardId { get; init; }

    public DigitalSystemId? DigitalSystemId { get; init; }

    public int Minutes { get; init; }

    public int People { get; init; }

    public SupportMode Mode { get; init; }

    public SupportKind? Kind { get; init; }

    public SessionOutcome Outcome { get; init; }

    public DoneBy? DoneBy { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset LoggedAt { get; init; }

    public StaffMemberId LoggedById { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public IReadOnlyList<ParticipantFacts> Participants { get; init; } = [];

    public IReadOnlyList<SupportTopicId> Topics { get; init; } = [];

    public IReadOnlyList<Barrier> Barriers { get; init; } = [];
}

public sealed class ParticipantFacts
{
    public int Position { get; init; }

    public int People { get; init; }

    public StaffGroup? StaffGroup { get; init; }

    public StaffMemberId? StaffMemberId { get; init; }
}

/// <param name="Champion">Who helped.</param>
/// <param name="LoggedBy">Who filled in the form.</param>
/// <param name="Ward">Where.</param>
/// <param name="Site">Site of the ward.</param>
/// <param name="System">What with.</param>
public sealed record SessionNames(string Champion, string LoggedBy, string? Ward, string? Site, string? System);

/// <summary>People helped: a colleague by name, or a head count.</summary>
public sealed record HelpedRow(int People, StaffGroup? Group, string? Name, string? Email);

/// <summary>A follow-up as its session shows it.</summary>
public sealed class SessionFollowUpRow
{
    public FollowUpId Id { get; init; }

    public DateOnly DueOn { get; init; }

    public string What { get; init; } = "";

    public FollowUpStatus Status { get; init; }

    public SessionOutcome? Outcome { get; init; }
}

/// <summary>Changes, newest first, and the names of the wards and systems they mention by id.</summary>
public sealed record SessionHistory(IReadOnlyList<SessionRevisionRow> Revisions, IReadOnlyDictionary<string, string> Names);

public sealed record SessionRevisionRow(DateTimeOffset ChangedAt, string By, IReadOnlyList<SessionChange> Changes);
