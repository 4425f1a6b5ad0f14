using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Auditing;

/// <summary>Who changed what: a coordinator reads the own trust's part of the trail, an administrator all of it.</summary>
public sealed class AuditQueries(
    IChampionsDb db, IAuditOfAllTrusts everywhere, IAccountsOfAllTrusts accounts, IConfigurationProvider mapping, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>More people than these are not looked for under one name.</summary>
    public const int MostPeople = 50;

    /// <param name="filter">Which changes.</param>
    /// <param name="place">Where the page begins; null for the newest.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<AuditPage> ListAsync(AuditFilter filter, AuditPlace? place, Actor actor, CancellationToken cancellationToken) =>
        ListAsync(filter, place, PageSize, actor, cancellationToken);

    internal async Task<AuditPage> ListAsync(AuditFilter filter, AuditPlace? place, int most, Actor actor, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(filter.Who, actor, cancellationToken);
        var rows = await Behind(Of(filter, people, actor), place).Take(most + 1).ProjectTo<AuditRow>(mapping).ToListAsync(cancellationToken);
        var shown = rows.Take(most).ToList();
        return new AuditPage(
            shown,
            await everywhere.NamesAsync(IdsIn(shown), actor.Is(Roles.Administrator) ? null : actor.TrustId, cancellationToken),
            rows.Count > most ? After(shown, place) : null,
            people?.Count == MostPeople);
    }

    /// <summary>The trusts whose part of the trail an administrator may choose, by name.</summary>
    public async Task<IReadOnlyList<Choice>> TrustsAsync(Actor actor, CancellationToken cancellationToken) => !actor.Is(Roles.Administrator)
        ? []
        : await db.Trusts.AsNoTracking().Where(t => t.UsesChampions).OrderBy(t => t.Name)
            .Select(t => new Choice(t.Id.Value, t.Name)).ToListAsync(cancellationToken);

    internal IQueryable<AuditEntry> Of(AuditFilter filter, IReadOnlyCollection<AccountId>? people, Actor actor)
    {
        // For a coordinator the set holds the own trust's rows alone, whatever part the address names
        var isAdministrator = actor.Is(Roles.Administrator);
        var entries = (isAdministrator ? filter : filter with { Chain = null }).Of(
            isAdministrator ? everywhere.Entries : db.AuditEntries.AsNoTracking(), clock.GetUtcNow());
        return people is null ? entries : entries.Where(a => a.AccountId != null && people.Contains(a.AccountId.Value));
    }

    /// <summary>Null for everybody.</summary>
    private async Task<IReadOnlyCollection<AccountId>?> PeopleAsync(string? who, Actor actor, CancellationToken cancellationToken)
    {
        if (who is null)
        {
            return null;
        }

        if (Guid.TryParse(who, out var id))
        {
            return [new AccountId(id)];
        }

        var known = (actor.Is(Roles.Administrator) ? accounts.Accounts : db.Accounts).AsNoTracking();
        if (who.Contains('@', StringComparison.Ordinal))
        {
            var address = Text.Normalise(who);
            return await known.Where(a => a.NormalisedEmail == address).Select(a => a.Id).ToListAsync(cancellationToken);
        }

        foreach (var word in SearchWord.In(who))
        {
            known = known.Where(a => a.Name.Contains(word.Typed) || a.Name.ToLower().Contains(word.Lower));
        }

        return await known.OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => a.Id).Take(MostPeople).ToListAsync(cancellationToken);
    }

    private static IQueryable<AuditEntry> Behind(IQueryable<AuditEntry> entries, AuditPlace? place)
    {
        if (place is { At: var at })
        {
            entries = entries.Where(a => a.At <= at);
        }

        var ordered = entries.OrderByDescending(a => a.At).ThenByDescending(a => a.Number).ThenBy(a => a.Chain);
        return place is { Shown: > 0 and var shown } ? ordered.Skip(shown) : ordered;
    }

    private static AuditPlace After(List<AuditRow> shown, AuditPlace? before)
    {
        var at = shown[^1].At;
        var here = shown.Count(r => r.At == at);
        return new AuditPlace(at, here + (before?.At == at ? before.Shown : 0));
    }

    private static HashSet<Guid> IdsIn(IEnumerable<AuditRow> rows) =>
    [
        .. rows.SelectMany(row => AuditValue.Read(row.Changes).SelectMany(v => new[] { v.Before, v.After })
                .Append(row.AccountId?.Value.ToString()).Append(row.Chain.ToString()).Concat(row.EntityId.Split('/')))
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty),
    ];
}
