using Champions.Domain.Champions;
using Champions.Domain.Staff;

namespace Champions.Application.People;

/// <summary>A champion in the list of a trust.</summary>
public sealed class ChampionRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required StaffGroup StaffGroup { get; init; }

    public required ChampionStatus Status { get; init; }

    /// <summary>Names of the wards they are assigned to today.</summary>
    public required IReadOnlyList<string> Wards { get; init; }

    public required IReadOnlyList<string> Systems { get; init; }

    public required DateOnly? LastSession { get; init; }
}
