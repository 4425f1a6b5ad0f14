using Champions.Domain.Common;

namespace Champions.Domain.Champions;

/// <summary>A staff member with an agreed role: the systems they know and the wards they look after.</summary>
public sealed class Champion : Aggregate<ChampionId>, ITrustOwned
{
    private readonly List<ChampionSystem> systems = [];
    private readonly List<WardAssignment> assignments = [];

    private Champion()
    {
    }

    public TrustId TrustId { get; private set; }

    public StaffMemberId StaffMemberId { get; private set; }

    public ChampionStatus Status { get; private set; }

    /// <summary>Day on which the role was agreed.</summary>
    public DateOnly AgreedOn { get; private set; }

    public IReadOnlyList<ChampionSystem> Systems => systems;

    /// <summary>Every assignment there ever was; closed, never deleted.</summary>
    public IReadOnlyList<WardAssignment> Assignments => assignments;

    public static Champion Agree(TrustId trust, StaffMemberId person, DateOnly on, DateTimeOffset now) => new()
    {
        Id = Common.Id.New<ChampionId>(now),
        TrustId = trust,
        StaffMemberId = person,
        Status = ChampionStatus.Active,
        AgreedOn = on,
    };

    public void Learn(DigitalSystemId system)
    {
        if (systems.All(s => s.DigitalSystemId != system))
        {
            systems.Add(new ChampionSystem(Id, system));
            Touch();
        }
    }

    public void Pause() => Status = ChampionStatus.Paused;

    public void Resume() => Status = ChampionStatus.Active;

    /// <summary>Puts the champion on a ward from a day on. The same pair may recur but its days never overlap.</summary>
    /// <param name="ward">A ward of the champion's trust.</param>
    /// <param name="from">First day, UK.</param>
    /// <param name="until">Last day, UK; null for no end.</param>
    /// <param name="today">Today in the UK.</param>
    /// <param name="now">Instant of the command.</param>
    public Result<WardAssignment> Assign(WardId ward, DateOnly from, DateOnly? until, DateOnly today, DateTimeOffset now)
    {
        if (Status != ChampionStatus.Active)
        {
            return ChampionErrors.NotActive;
        }

        if (from < today)
        {
            return ChampionErrors.FromTooEarly;
        }

        if (from > today.AddYears(1))
        {
            return ChampionErrors.FromTooLate;
        }

        if (until < from)
        {
            return ChampionErrors.UntilBeforeFrom;
        }

        if (assignments.Any(a => a.WardId == ward && a.Overlaps(from, until)))
        {
            return ChampionErrors.AlreadyAssigned;
        }

        var assignment = new WardAssignment(Common.Id.New<WardAssignmentId>(now), TrustId, Id, ward, from, until);
        assignments.Add(assignment);
        Touch();
        Raise(new AssignmentStarted(TrustId, Id, assignment.Id));
        return assignment;
    }

    /// <summary>Gives an assignment its last day.</summary>
    public Result EndAssignment(WardAssignmentId id, DateOnly lastDay, DateOnly today)
    {
        var assignment = assignments.Find(a => a.Id == id);
        if (assignment is null)
        {
            return ChampionErrors.AssignmentNotFound;
        }

        if (assignment.Until < today)
        {
            return ChampionErrors.AssignmentEnded;
        }

        // Up to the day before the start: an assignment that never began is ended by giving it no days.
        var neverBegan = lastDay < assignment.From && assignment.From > today;
        if (lastDay < today || (lastDay < assignment.From && !neverBegan))
        {
            return ChampionErrors.EndTooEarly;
        }

        var clash = assignments.Any(a => a != assignment && a.WardId == assignment.WardId && a.Overlaps(assignment.From, lastDay));
        if (!neverBegan && clash)
        {
            return ChampionErrors.AlreadyAssigned;
        }

        assignment.End(neverBegan ? assignment.From.AddDays(-1) : lastDay);
        Touch();
        return Result.Success;
    }
}
