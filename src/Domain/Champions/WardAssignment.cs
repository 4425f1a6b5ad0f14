using Champions.Domain.Common;

namespace Champions.Domain.Champions;

/// <summary>A champion looks after a ward from one day until another.</summary>
public sealed class WardAssignment : ITrustOwned
{
    internal WardAssignment(WardAssignmentId id, TrustId trustId, ChampionId championId, WardId wardId, DateOnly from, DateOnly? until)
    {
        Id = id;
        TrustId = trustId;
        ChampionId = championId;
        WardId = wardId;
        From = from;
        Until = until;
    }

    public WardAssignmentId Id { get; private set; }

    public TrustId TrustId { get; private set; }

    public ChampionId ChampionId { get; private set; }

    public WardId WardId { get; private set; }

    /// <summary>First day, UK.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, UK; null while no end is set. The day before <see cref="From"/> for one that was called off.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Ended before it began, so it has no day.</summary>
    public bool IsCalledOff => Until < From;

    internal bool Overlaps(DateOnly from, DateOnly? until) =>
        !IsCalledOff && (until is null || From <= until) && (Until is null || from <= Until);

    internal void End(DateOnly lastDay) => Until = lastDay;
}
