using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <summary>The coverage table.</summary>
public sealed class WardQueries(IChampionsDb db, TimeProvider clock)
{
    public Task<PageOf<WardRow>> ListAsync(WardFilter filter, int page, CancellationToken cancellationToken)
    {
        var rows = Project(Wards(filter), UkCalendar.DateOf(clock.GetUtcNow()));
        rows = filter.Cover switch
        {
            Cover.None => rows.Where(r => r.Champions == 0),
            Cover.Thin => rows.Where(r => r.Champions > 0 && r.Champions < Covers.CoveredFrom),
            Cover.Covered => rows.Where(r => r.Champions >= Covers.CoveredFrom),
            _ => rows,
        };
        return PageOf<WardRow>.ReadAsync(Order(rows, filter), page, cancellationToken);
    }

    private IQueryable<Ward> Wards(WardFilter filter)
    {
        var wards = db.Wards.AsNoTracking().Where(w => w.ClosedOn == null);
        if (filter.Site is { } site)
        {
            wards = wards.Where(w => w.SiteId == site);
        }

        foreach (var (typed, lower) in SearchWord.In(filter.Search))
        {
            wards = wards.Where(w =>
                w.Name.Contains(typed) || w.Name.ToLower().Contains(lower) || w.Code.Contains(typed) || w.Code.ToLower().Contains(lower));
        }

        return wards;
    }

    private IQueryable<WardRow> Project(IQueryable<Ward> wards, DateOnly today)
    {
        var covering = db.CoveringOn(today);
        return from ward in wards
               join site in db.Sites on ward.SiteId equals site.Id
               select new WardRow
               {
                   Id = ward.Id.Value,
                   Site = site.Name,
                   Code = ward.Code,
                   Name = ward.Name,
                   Specialty = ward.Specialty,
                   Champions = covering.Count(a => a.WardId == ward.Id),

                   // The newest entry of the index; a maximum would read every session of the ward.
                   LastSession = db.SupportSessions
                       .Where(s => s.WardId == ward.Id && s.UndoneAt == null)
                       .OrderByDescending(s => s.OccurredOn)
                       .Select(s => (DateOnly?)s.OccurredOn)
                       .FirstOrDefault(),
               };
    }

    private static IOrderedQueryable<WardRow> Order(IQueryable<WardRow> rows, WardFilter filter)
    {
        var first = (filter.Sort, filter.Descending) switch
        {
            (WardSort.Site, true) => rows.OrderByDescending(r => r.Site),
            (WardSort.Ward, false) => rows.OrderBy(r => r.Name),
            (WardSort.Ward, true) => rows.OrderByDescending(r => r.Name),
            (WardSort.Champions, false) => rows.OrderBy(r => r.Champions),
            (WardSort.Champions, true) => rows.OrderByDescending(r => r.Champions),

            // "Never" is longer ago than any day; the two databases do not agree on where nulls stand.
            (WardSort.LastSession, false) => rows.OrderBy(r => r.LastSession != null).ThenBy(r => r.LastSession),
            (WardSort.LastSession, true) => rows.OrderBy(r => r.LastSession == null).ThenByDescending(r => r.LastSession),
            _ => rows.OrderBy(r => r.Site),
        };
        return first.ThenBy(r => r.Site).ThenBy(r => r.Name).ThenBy(r => r.Code);
    }
}
