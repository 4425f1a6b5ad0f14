using Champions.Domain.SupportSessions;

namespace Champions.Application.SupportSessions;

/// <summary>A session in a list.</summary>
public sealed record SessionRow(
    Guid Id, DateOnly OccurredOn, string Champion, string? Ward, string? System, int People, int Minutes, SessionOutcome Outcome);

/// <summary>One page of sessions and the totals of everything that matches.</summary>
/// <param name="Rows">Newest day first.</param>
/// <param name="Sessions">All that match.</param>
/// <param name="PeopleHelped">In all that match.</param>
/// <param name="PageCount">At least 1.</param>
public sealed record SessionList(IReadOnlyList<SessionRow> Rows, int Sessions, int PeopleHelped, int PageCount);
