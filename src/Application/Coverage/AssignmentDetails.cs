namespace Champions.Application.Coverage;

/// <summary>One assignment in words' reach: who, which ward, which days.</summary>
public sealed record AssignmentDetails(
    Guid Id, Guid WardId, string Ward, Guid ChampionId, string Champion, DateOnly From, DateOnly? Until)
{
    public AssignmentStand Stands(DateOnly today) => AssignmentStands.Of(From, Until, today);
}

/// <summary>What a ward has on a day when one assignment is left out.</summary>
/// <param name="Day">UK day.</param>
/// <param name="Others">Champions who cover the ward on that day.</param>
/// <param name="NextFrom">First day of the next one to come, when there is nobody on that day.</param>
public sealed record CoverWithout(DateOnly Day, int Others, DateOnly? NextFrom);
