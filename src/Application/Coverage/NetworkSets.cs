using Champions.Application.Abstractions;
using Champions.Application.Home;
using Champions.Domain.Champions;
using Champions.Domain.SupportSessions;

namespace Champions.Application.Coverage;

/// <summary>The rows that figures and lists both count, each defined once so that a figure equals the length of its list.</summary>
internal static class NetworkSets
{
    /// <summary>Assignments that give a ward cover on a day. A champion who is paused covers nothing.</summary>
    public static IQueryable<WardAssignment> CoveringOn(this IChampionsDb db, DateOnly day) =>
        from assignment in db.WardAssignments
        where assignment.From <= day && (assignment.Until == null || assignment.Until >= day)
        join champion in db.Champions on assignment.ChampionId equals champion.Id
        where champion.Status == ChampionStatus.Active
        select assignment;

    /// <summary>Sessions that make a champion an active one.</summary>
    public static IQueryable<SupportSession> RecentSessions(this IChampionsDb db, DateOnly today)
    {
        var from = today.AddDays(1 - HomeQueries.ActiveDays);
        return db.SupportSessions.Where(s => s.UndoneAt == null && s.OccurredOn >= from && s.OccurredOn <= today);
    }
}
