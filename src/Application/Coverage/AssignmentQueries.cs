using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <summary>What a coordinator must know before an assignment begins or ends.</summary>
public sealed class AssignmentQueries(IChampionsDb db, TimeProvider clock)
{
    /// <summary>Null when the ward has no such assignment, or is another trust's.</summary>
    public Task<AssignmentDetails?> FindAsync(WardId ward, WardAssignmentId id, CancellationToken cancellationToken) =>
        Details(db.WardAssignments.Where(a => a.Id == id && a.WardId == ward)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first of the champion's assignments to the ward that is in the way of these days; null when there is none.</summary>
    public Task<AssignmentDetails?> InTheWayOfAsync(AssignChampion wish, CancellationToken cancellationToken)
    {
        var lastDay = wish.Until ?? DateOnly.MaxValue;
        return Details(db.WardAssignments
                .Where(a => a.ChampionId == wish.Champion && a.WardId == wish.Ward && a.From <= lastDay
                    && (a.Until == null || (a.Until >= wish.From && a.Until >= a.From)))
                .OrderBy(a => a.From))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What the ward has on <paramref name="day"/> without that assignment.</summary>
    public async Task<CoverWithout> CoverWithoutAsync(WardId ward, WardAssignmentId id, DateOnly day, CancellationToken cancellationToken)
    {
        var others = await db.CoveringOn(day).CountAsync(a => a.WardId == ward && a.Id != id, cancellationToken);
        if (others > 0)
        {
            return new CoverWithout(day, others, NextFrom: null);
        }

        var next = await (
            from assignment in db.WardAssignments
            where assignment.WardId == ward && assignment.Id != id
                && assignment.From > day && (assignment.Until == null || assignment.Until >= assignment.From)
            join champion in db.Champions on assignment.ChampionId equals champion.Id
            where champion.Status == ChampionStatus.Active
            orderby assignment.From
            select (DateOnly?)assignment.From).FirstOrDefaultAsync(cancellationToken);
        return new CoverWithout(day, 0, next);
    }

    /// <summary>The champion's name, and the rule that would stop the assignment if it were made now.</summary>
    public async Task<Result<string>> CheckAsync(AssignChampion wish, CancellationToken cancellationToken)
    {
        var champion = await db.Champions.AsNoTracking()
            .Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == wish.Champion, cancellationToken);
        if (champion is null)
        {
            return ChampionErrors.NotFound;
        }

        var today = UkCalendar.DateOf(clock.GetUtcNow());
        if (champion.CheckAssignment(wish.Ward, wish.From, wish.Until, today) is { } error)
        {
            return error;
        }

        return await db.StaffMembers.Where(s => s.Id == champion.StaffMemberId).Select(s => s.Name).FirstAsync(cancellationToken);
    }

    /// <summary>The rule that would stop the end if it were made now, or null.</summary>
    public async Task<Error?> CheckAsync(EndAssignment wish, CancellationToken cancellationToken)
    {
        var champion = await db.Champions.AsNoTracking()
            .Include(c => c.Assignments)
            .FirstOrDefaultAsync(c => c.Assignments.Any(a => a.Id == wish.Assignment && a.WardId == wish.Ward), cancellationToken);
        return champion is null
            ? ChampionErrors.AssignmentNotFound
            : champion.CheckEnd(wish.Assignment, wish.LastDay, UkCalendar.DateOf(clock.GetUtcNow()));
    }

    private IQueryable<AssignmentDetails> Details(IQueryable<WardAssignment> assignments) =>
        from assignment in assignments.AsNoTracking()
        join place in db.Wards on assignment.WardId equals place.Id
        join champion in db.Champions on assignment.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        select new AssignmentDetails(
            assignment.Id.Value, place.Id.Value, place.Name, champion.Id.Value, person.Name, assignment.From, assignment.Until);
}
