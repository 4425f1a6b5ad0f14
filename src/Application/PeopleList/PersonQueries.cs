using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>The list of people: those of one's own trust, or of every trust for an administrator.</summary>
public sealed class PersonQueries(IChampionsDb db, IPeopleInReach reach)
{
    public Task<PageOf<PersonRow>> ListAsync(PersonFilter filter, Actor actor, int page, CancellationToken cancellationToken) =>
        PageOf<PersonRow>.ReadAsync(Project(Order(Stand(Find(filter, actor), filter), filter)), page, cancellationToken);

    /// <summary>Trusts whose people the actor reaches.</summary>
    public async Task<IReadOnlyList<Choice>> TrustsAsync(Actor actor, CancellationToken cancellationToken) =>
        await reach.Trusts(actor).AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Code)
            .Select(t => new Choice(t.Id.Value, t.Name)).ToListAsync(cancellationToken);

    /// <summary>Open wards of one trust.</summary>
    public async Task<IReadOnlyList<Choice>> WardsAsync(TrustId trust, Actor actor, CancellationToken cancellationToken) =>
        await reach.Wards(actor).AsNoTracking().Where(w => w.TrustId == trust && w.ClosedOn == null)
            .OrderBy(w => w.Name).ThenBy(w => w.Code)
            .Select(w => new Choice(w.Id.Value, w.Name + " (" + w.Code + ")")).ToListAsync(cancellationToken);

    /// <summary>The catalogue of systems of one trust.</summary>
    public async Task<IReadOnlyList<Choice>> SystemsAsync(TrustId trust, Actor actor, CancellationToken cancellationToken) =>
        await reach.Systems(actor).AsNoTracking().Where(s => s.TrustId == trust)
            .OrderBy(s => s.Name).Select(s => new Choice(s.Id.Value, s.Name)).ToListAsync(cancellationToken);

    private IQueryable<Found> Find(PersonFilter filter, Actor actor)
    {
        var people = reach.People(actor).AsNoTracking();
        if (filter.Trust is { } trust)
        {
            people = people.Where(p => p.TrustId == trust);
        }

        foreach (var (typed, lower) in SearchWord.In(filter.Search))
        {
            people = people.Where(p =>
                p.Name.Contains(typed) || p.Name.ToLower().Contains(lower) || p.Email.Contains(typed) || p.Email.ToLower().Contains(lower));
        }

        if (filter.Ward is { } ward)
        {
            people = people.Where(p => p.WardId == ward);
        }

        return from person in people
               join account in reach.Accounts(actor) on person.Id equals account.StaffMemberId into accounts
               from account in accounts.DefaultIfEmpty()
               join champion in reach.Champions(actor) on person.Id equals champion.StaffMemberId into champions
               from champion in champions.DefaultIfEmpty()
               select new Found
               {
                   Person = person,
                   Roles = (Roles?)account.Roles,
                   IsDisabled = (bool?)account.IsDisabled,
                   IsChampion = (ChampionStatus?)champion.Status == ChampionStatus.Active || (ChampionStatus?)champion.Status == ChampionStatus.Paused,
                   LastLogIn = db.AccountSessions.Where(s => s.AccountId == account.Id)
                       .OrderByDescending(s => s.StartedAt).Select(s => (DateTimeOffset?)s.StartedAt).FirstOrDefault(),
               };
    }

    private static IQueryable<Found> Stand(IQueryable<Found> found, PersonFilter filter)
    {
        found = filter.Role switch
        {
            null => found,
            Roles.Champion => found.Where(f => f.IsChampion),
            { } role => found.Where(f => (f.Roles & role) == role),
        };
        return filter.State switch
        {
            PersonState.Active => found.Where(f => f.Person.LeftOn == null && f.IsDisabled != true),
            PersonState.Disabled => found.Where(f => f.Person.LeftOn == null && f.IsDisabled == true),
            PersonState.Left => found.Where(f => f.Person.LeftOn != null),
            _ => found,
        };
    }

    private static IQueryable<Found> Order(IQueryable<Found> found, PersonFilter filter)
    {
        var first = (filter.Sort, filter.Descending) switch
        {
            (PersonSort.Name, true) => found.OrderByDescending(f => f.Person.Name),

            // "Never" is longer ago than any day; the two databases do not agree on where nulls stand
            (PersonSort.LastLogIn, false) => found.OrderBy(f => f.LastLogIn != null).ThenBy(f => f.LastLogIn),
            (PersonSort.LastLogIn, true) => found.OrderBy(f => f.LastLogIn == null).ThenByDescending(f => f.LastLogIn),
            _ => found.OrderBy(f => f.Person.Name),
        };
        return first.ThenBy(f => f.Person.Name).ThenBy(f => f.Person.Id);
    }

    private IQueryable<PersonRow> Project(IQueryable<Found> found) => found.Select(f => new PersonRow
    {
        Id = f.Person.Id.Value,
        Name = f.Person.Name,
        Email = f.Person.Email,
        StaffGroup = f.Person.StaffGroup,
        Ward = db.Wards.Where(w => w.Id == f.Person.WardId).Select(w => w.Name).FirstOrDefault(),
        Trust = db.Trusts.Where(t => t.Id == f.Person.TrustId).Select(t => t.Name).First(),
        AccountRoles = f.Roles,
        IsChampion = f.IsChampion,
        IsDisabled = f.IsDisabled == true,
        LeftOn = f.Person.LeftOn,
        IsAnonymised = f.Person.IsAnonymised,
        LastLogIn = f.LastLogIn,
    });

    private sealed class Found
    {
        public required StaffMember Person { get; init; }

        public required Roles? Roles { get; init; }

        public required bool? IsDisabled { get; init; }

        public required bool IsChampion { get; init; }

        public required DateTimeOffset? LastLogIn { get; init; }
    }
}
