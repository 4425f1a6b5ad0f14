using Champions.Application.Abstractions;
using Champions.Application.Coverage;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.People;

/// <summary>The champions of a trust.</summary>
public sealed class ChampionQueries(IChampionsDb db, TimeProvider clock)
{
    public Task<PageOf<ChampionRow>> ListAsync(ChampionFilter filter, int page, CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        var found = Place(Find(filter), filter, today);
        if (filter.Activity is { } activity)
        {
            var recent = db.RecentSessions(today);
            found = activity == Activity.Active
                ? found.Where(f => recent.Any(s => s.ChampionId == f.Champion.Id))
                : found.Where(f => f.Champion.Status == ChampionStatus.Active && !recent.Any(s => s.ChampionId == f.Champion.Id));
        }

        return PageOf<ChampionRow>.ReadAsync(Project(Order(found, filter), today), page, cancellationToken);
    }

    private IQueryable<Found> Find(ChampionFilter filter)
    {
        var found =
            from champion in db.Champions.AsNoTracking()
            join person in db.StaffMembers on champion.StaffMemberId equals person.Id
            select new Found
            {
                Champion = champion,
                Person = person,
                LastSession = db.SupportSessions
                    .Where(s => s.ChampionId == champion.Id && s.UndoneAt == null)
                    .OrderByDescending(s => s.OccurredOn)
                    .Select(s => (DateOnly?)s.OccurredOn)
                    .FirstOrDefault(),
            };
        foreach (var (typed, lower) in SearchWord.In(filter.Search))
        {
            found = found.Where(f => f.Person.Name.Contains(typed) || f.Person.Name.ToLower().Contains(lower));
        }

        if (filter.Status is { } status)
        {
            found = found.Where(f => f.Champion.Status == status);
        }

        if (filter.System is { } system)
        {
            found = found.Where(f => db.ChampionSystems.Any(s => s.ChampionId == f.Champion.Id && s.DigitalSystemId == system));
        }

        return found;
    }

    private IQueryable<Found> Place(IQueryable<Found> found, ChampionFilter filter, DateOnly today)
    {
        var current = Current(today);
        if (filter.Ward is { } ward)
        {
            found = found.Where(f => current.Any(a => a.ChampionId == f.Champion.Id && a.WardId == ward));
        }

        if (filter.Site is { } site)
        {
            found = found.Where(f => db.Wards.Any(w => w.SiteId == site
                && (w.Id == f.Person.WardId || current.Any(a => a.ChampionId == f.Champion.Id && a.WardId == w.Id))));
        }

        return found;
    }

    /// <summary>Assignments of a day, also those of champions who are paused: they are still theirs.</summary>
    private IQueryable<WardAssignment> Current(DateOnly day) =>
        db.WardAssignments.Where(a => a.From <= day && (a.Until == null || a.Until >= day));

    private IQueryable<ChampionRow> Project(IQueryable<Found> found, DateOnly today)
    {
        var current = Current(today);
        return found.Select(f => new ChampionRow
        {
            Id = f.Champion.Id.Value,
            Name = f.Person.Name,
            StaffGroup = f.Person.StaffGroup,
            Status = f.Champion.Status,
            Wards = (from assignment in current
                     where assignment.ChampionId == f.Champion.Id
                     join ward in db.Wards on assignment.WardId equals ward.Id
                     orderby ward.Name
                     select ward.Name).ToList(),
            Systems = (from known in db.ChampionSystems
                       where known.ChampionId == f.Champion.Id
                       join system in db.DigitalSystems on known.DigitalSystemId equals system.Id
                       orderby system.Name
                       select system.Name).ToList(),
            LastSession = f.LastSession,
        });
    }

    private static IQueryable<Found> Order(IQueryable<Found> found, ChampionFilter filter)
    {
        var first = (filter.Sort, filter.Descending) switch
        {
            (ChampionSort.Name, true) => found.OrderByDescending(f => f.Person.Name),
            (ChampionSort.LastSession, false) => found.OrderBy(f => f.LastSession != null).ThenBy(f => f.LastSession),
            (ChampionSort.LastSession, true) => found.OrderBy(f => f.LastSession == null).ThenByDescending(f => f.LastSession),
            _ => found.OrderBy(f => f.Person.Name),
        };
        return first.ThenBy(f => f.Person.Name).ThenBy(f => f.Champion.Id);
    }

    private sealed class Found
    {
        public required Champion Champion { get; init; }

        public required StaffMember Person { get; init; }

        public required DateOnly? LastSession { get; init; }
    }
}
