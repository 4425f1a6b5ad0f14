using Champions.Domain.Common;

namespace Champions.Domain.Champions;

/// <summary>A staff member with an agreed role: the systems they know and the wards they look after.</summary>
public sealed class Champion : Aggregate<ChampionId>, ITrustOwned
{
    /// <summary>How far ahead the last day of an assignment may lie.</summary>
    public const int MaxYearsAhead = 5;

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

    /// <summary>The systems the champion knows from now on. The same ones again change nothing.</summary>
    public void Know(IReadOnlyCollection<DigitalSystemId> known)
    {
        if (systems.RemoveAll(s => !known.Contains(s.DigitalSystemId)) > 0)
        {
            Touch();
        }

        foreach (var system in known)
        {
            Learn(system);
        }
    }

    /// <summary>Takes a break: keeps assignments and offered times, but covers no ward. Asking twice changes nothing.</summary>
    public Result Pause()
    {
        if (Status is not (ChampionStatus.Active or ChampionStatus.Paused))
        {
            return ChampionErrors.NotChampion;
        }

        Status = ChampionStatus.Paused;
        return Result.Success;
    }

    /// <summary>Comes back from a break. Asking twice changes nothing.</summary>
    public Result Resume()
    {
        if (Status is not (ChampionStatus.Active or ChampionStatus.Paused))
        {
            return ChampionErrors.NotChampion;
        }

        Status = ChampionStatus.Active;
        return Result.Success;
    }

    /// <summary>Gives the role up: what they look after ends today, what has not begun is called off. Asking twice changes nothing.</summary>
    public void StepDown(DateOnly today)
    {
        if (Status == ChampionStatus.SteppedDown)
        {
            return;
        }

        Status = ChampionStatus.SteppedDown;
        foreach (var assignment in assignments.Where(a => !a.IsCalledOff && (a.Until is null || a.Until > today)))
        {
            assignment.End(assignment.From > today ? assignment.From.AddDays(-1) : today);
            Touch();
        }
    }

    /// <summary>The role is agreed again with somebody who is not a champion now.</summary>
    public void AgreeAgain(DateOnly on)
    {
        if (Status is not (ChampionStatus.Active or ChampionStatus.Paused))
        {
            (Status, AgreedOn) = (ChampionStatus.Active, on);
        }
    }

    /// <summary>Puts the champion on a ward from a day on. The same pair may recur but its days never overlap.</summary>
    /// <param name="ward">A ward of the champion's trust.</param>
    /// <param name="from">First day, UK.</param>
    /// <param name="until">Last day, UK; null for no end.</param>
    /// <param name="today">Today in the UK.</param>
    /// <param name="now">Instant of the command.</param>
    public Result<WardAssignment> Assign(WardId ward, DateOnly from, DateOnly? until, DateOnly today, DateTimeOffset now)
    {
        if (CheckAssignment(ward, from, until, today) is { } error)
        {
            return error;
        }

        var assignment = new WardAssignment(Common.Id.New<WardAssignmentId>(now), TrustId, Id, ward, from, until);
        assignments.Add(assignment);
        Touch();
        Raise(new AssignmentStarted(TrustId, Id, assignment.Id));
        return assignment;
    }

    /// <summary>The rule that would stop <see cref="Assign"/>, or null; for a look before the decision.</summary>
    public Error? CheckAssignment(WardId ward, DateOnly from, DateOnly? until, DateOnly today) => this switch
    {
        { Status: not ChampionStatus.Active } => ChampionErrors.NotActive,
        _ when from < today => ChampionErrors.FromTooEarly,
        _ when from > today.AddYears(1) => ChampionErrors.FromTooLate,
        _ when until < from => ChampionErrors.UntilBeforeFrom,
        _ when until > today.AddYears(MaxYearsAhead) => ChampionErrors.UntilTooLate,
        _ when assignments.Any(a => a.WardId == ward && a.Overlaps(from, until)) => ChampionErrors.AlreadyAssigned,
        _ => null,
    };

    /// <summary>Gives an assignment its last day. A day before the start calls off one that has not begun. Asking twice changes nothing.</summary>
    /// <param name="id">One of the champion's assignments.</param>
    /// <param name="lastDay">Last day, UK; today or later.</param>
    /// <param name="today">Today in the UK.</param>
    public Result EndAssignment(WardAssignmentId id, DateOnly lastDay, DateOnly today)
    {
        if (CheckEnd(id, lastDay, today) is { } error)
        {
            return error;
        }

        var assignment = assignments.Find(a => a.Id == id)!;
        if (assignment.Until != EndOf(assignment, lastDay, today))
        {
            assignment.End(EndOf(assignment, lastDay, today));
            Touch();
        }

        return Result.Success;
    }

    /// <summary>The rule that would stop <see cref="EndAssignment"/>, or null; for a look before the decision.</summary>
    public Error? CheckEnd(WardAssignmentId id, DateOnly lastDay, DateOnly today) => assignments.Find(a => a.Id == id) switch
    {
        null => ChampionErrors.AssignmentNotFound,
        { } same when same.Until == EndOf(same, lastDay, today) => null,
        { IsCalledOff: true } => ChampionErrors.AssignmentEnded,
        { } past when past.Until < today => ChampionErrors.AssignmentEnded,
        _ when lastDay < today => ChampionErrors.EndTooEarly,
        _ when lastDay > today.AddYears(MaxYearsAhead) => ChampionErrors.UntilTooLate,
        { } longer when assignments.Any(a => a != longer && a.WardId == longer.WardId && a.Overlaps(longer.From, EndOf(longer, lastDay, today))) =>
            ChampionErrors.AlreadyAssigned,
        _ => null,
    };

    /// <summary>One that has not begun is called off by a day before its start: it ends on the day before and so has no day.</summary>
    private static DateOnly EndOf(WardAssignment assignment, DateOnly lastDay, DateOnly today) =>
        lastDay < assignment.From && assignment.From > today ? assignment.From.AddDays(-1) : lastDay;
}
