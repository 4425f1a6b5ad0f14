using Champions.Domain.Staff;

namespace Champions.Domain.SupportSessions;

/// <summary>People who were helped: a head count per staff group, or a named colleague.</summary>
public sealed class Participant
{
    private Participant()
    {
    }

    internal Participant(int position, ParticipantAnswer answer)
    {
        Position = position;
        Take(answer);
    }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    public int People { get; private set; }

    public StaffGroup? StaffGroup { get; private set; }

    public StaffMemberId? StaffMemberId { get; private set; }

    internal void Take(ParticipantAnswer answer)
    {
        People = answer.Heads;
        StaffGroup = answer.Group;
        StaffMemberId = answer.Person;
    }
}

public sealed class SessionTopic
{
    internal SessionTopic(SupportTopicId supportTopicId) => SupportTopicId = supportTopicId;

    public SupportTopicId SupportTopicId { get; private set; }
}

public sealed class SessionBarrier
{
    internal SessionBarrier(Barrier barrier) => Barrier = barrier;

    public Barrier Barrier { get; private set; }
}

/// <summary>One change of a logged session: when, by whom, and which answers changed. Notes are never repeated here.</summary>
public sealed class SessionRevision
{
    internal SessionRevision(int number, DateTimeOffset changedAt, StaffMemberId changedById, IReadOnlyList<SessionChange> changes)
    {
        Number = number;
        ChangedAt = changedAt;
        ChangedById = changedById;
        Changes = changes;
    }

    public int Number { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public StaffMemberId ChangedById { get; private set; }

    public IReadOnlyList<SessionChange> Changes { get; private set; }
}
