using Champions.Application.Lists;
using Champions.Domain.SupportSessions;

namespace Champions.Application.SupportSessions;

/// <summary>A session in a list.</summary>
public sealed record SessionRow(
    Guid Id, DateOnly OccurredOn, string Champion, string? Ward, string? System, int People, int Minutes, SessionOutcome Outcome);

/// <param name="Sessions">One page; its total is that of everything that matches.</param>
/// <param name="PeopleHelped">In everything that matches.</param>
public sealed record SessionList(PageOf<SessionRow> Sessions, int PeopleHelped);

/// <summary>Columns that a list of sessions can be sorted by.</summary>
public enum SessionSort
{
    Day,
    People,
    Minutes,
}

/// <param name="By">Column.</param>
/// <param name="Descending">The newest or largest first.</param>
public readonly record struct SessionOrder(SessionSort By, bool Descending)
{
    public static SessionOrder NewestFirst { get; } = new(SessionSort.Day, Descending: true);
}
