using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <summary>Who could look after a ward: those nearest, then those who know most, then those who carry least.</summary>
public sealed class SuggestionQueries(IChampionsDb db, TimeProvider clock)
{
    public const int ShownRows = 10;

    /// <param name="ward">The ward to be looked after.</param>
    /// <param name="site">Its site.</param>
    /// <param name="from">First day asked for.</param>
    /// <param name="until">Last day asked for; null for no end.</param>
    /// <param name="search">Words of a name. With them also people are found who are on the ward already.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<Suggestions> ForAsync(
        WardId ward, SiteId site, DateOnly from, DateOnly? until, string? search, CancellationToken cancellationToken)
    {
        var words = SearchWord.In(search).ToList();
        var rows = Project(Candidates(words), ward, site, from, until ?? DateOnly.MaxValue);
        if (words.Count == 0)
        {
            rows = rows.Where(r => !r.IsOnThisWard);
        }

        var best = await rows
            .OrderByDescending(r => r.WorksHere || r.WardsHere > 0)
            .ThenByDescending(r => r.Systems)
            .ThenBy(r => r.Wards)
            .ThenBy(r => r.Name)
            .Take(ShownRows)
            .ToListAsync(cancellationToken);
        return new Suggestions(best, best.Count < ShownRows ? best.Count : await rows.CountAsync(cancellationToken));
    }

    private IQueryable<Candidate> Candidates(IEnumerable<SearchWord> words)
    {
        var candidates =
            from champion in db.Champions.AsNoTracking()
            where champion.Status == ChampionStatus.Active
            join person in db.StaffMembers on champion.StaffMemberId equals person.Id
            select new Candidate { Champion = champion, Person = person };
        foreach (var (typed, lower) in words)
        {
            candidates = candidates.Where(c => c.Person.Name.Contains(typed) || c.Person.Name.ToLower().Contains(lower));
        }

        return candidates;
    }

    private IQueryable<Suggestion> Project(IQueryable<Candidate> candidates, WardId ward, SiteId site, DateOnly firstDay, DateOnly lastDay)
    {
        var covering = db.CoveringOn(UkCalendar.DateOf(clock.GetUtcNow()));
        return from candidate in candidates
               join work in db.Wards on candidate.Person.WardId equals work.Id into works
               from work in works.DefaultIfEmpty()
               join workSite in db.Sites on work.SiteId equals workSite.Id into workSites
               from workSite in workSites.DefaultIfEmpty()
               select new Suggestion
               {
                   ChampionId = candidate.Champion.Id.Value,
                   Name = candidate.Person.Name,
                   WorksAt = workSite.Name,
                   WorksHere = work != null && work.SiteId == site,
                   WardsHere = covering.Count(a => a.ChampionId == candidate.Champion.Id && db.Wards.Any(w => w.Id == a.WardId && w.SiteId == site)),
                   Systems = db.ChampionSystems.Count(s => s.ChampionId == candidate.Champion.Id),
                   Wards = covering.Count(a => a.ChampionId == candidate.Champion.Id),
                   IsOnThisWard = db.WardAssignments.Any(a =>
                       a.ChampionId == candidate.Champion.Id && a.WardId == ward
                       && a.From <= lastDay && (a.Until == null || (a.Until >= firstDay && a.Until >= a.From))),
               };
    }

    private sealed class Candidate
    {
        public required Champion Champion { get; init; }

        public required StaffMember Person { get; init; }
    }
}
