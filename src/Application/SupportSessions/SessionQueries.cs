using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>Lists of sessions and everything about one.</summary>
public sealed class SessionQueries(IChampionsDb db, IConfigurationProvider mapping)
{
    public async Task<SessionList> ListAsync(
        SessionFilter filter, SessionOrder order, Actor actor, int page, CancellationToken cancellationToken)
    {
        var matching = filter.Of(db.SupportSessions.AsNoTracking(), actor);
        var totals = await matching.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), People = g.Sum(s => s.People) })
            .SingleOrDefaultAsync(cancellationToken);
        var sessions = new PageOf<SessionRow>([], page, PageOf<SessionRow>.UsualSize, totals?.Count ?? 0);
        if (sessions is { Exists: true, Total: > 0 })
        {
            var shown = Ordered(matching, order).Skip((page - 1) * sessions.Size).Take(sessions.Size);
            sessions = sessions with { Rows = await RowsAsync(shown, order, cancellationToken) };
        }

        return new SessionList(sessions, totals?.People ?? 0);
    }

    /// <summary>Everything about one session. Another champion's is not found, like one that does not exist.</summary>
    public async Task<Result<SessionDetails>> FindAsync(SupportSessionId id, Actor actor, CancellationToken cancellationToken)
    {
        var facts = await db.SupportSessions.AsNoTracking().Where(s => s.Id == id)
            .ProjectTo<SessionFacts>(mapping).FirstOrDefaultAsync(cancellationToken);
        if (facts is null || !SessionRights.MaySee(actor, facts.ChampionId))
        {
            return SupportSessionErrors.NotFound;
        }

        return new SessionDetails(
            facts,
            await NamesAsync(id, cancellationToken),
            await db.SupportTopics.AsNoTracking().Where(t => facts.Topics.Contains(t.Id)).OrderBy(t => t.Position).Select(t => t.Name)
                .ToListAsync(cancellationToken),
            await PeopleAsync(facts, cancellationToken),
            await db.FollowUps.AsNoTracking().Where(f => f.SupportSessionId == id).OrderBy(f => f.OpenedAt)
                .ProjectTo<SessionFollowUpRow>(mapping).ToListAsync(cancellationToken),
            SessionRights.MayChange(actor, facts.ChampionId, facts.LoggedById));
    }

    /// <summary>The session that stands for a booking, if one was logged.</summary>
    public async Task<Guid?> OfBookingAsync(BookingId booking, CancellationToken cancellationToken)
    {
        var ids = await db.SupportSessions.AsNoTracking().Where(s => s.BookingId == booking && s.UndoneAt == null).Select(s => s.Id)
            .ToListAsync(cancellationToken);
        return ids.Count == 0 ? null : ids[0].Value;
    }

    /// <summary>The session that a form has already saved.</summary>
    public async Task<Guid?> OfFormAsync(ChampionId champion, Guid requestKey, CancellationToken cancellationToken)
    {
        var ids = await db.SupportSessions.AsNoTracking().Where(s => s.ChampionId == champion && s.RequestKey == requestKey).Select(s => s.Id)
            .ToListAsync(cancellationToken);
        return ids.Count == 0 ? null : ids[0].Value;
    }

    /// <summary>Names behind the ids in a session's history.</summary>
    public async Task<SessionHistory> HistoryAsync(SupportSessionId id, CancellationToken cancellationToken)
    {
        var revisions = await (
            from session in db.SupportSessions.AsNoTracking()
            where session.Id == id
            from revision in session.Revisions
            join person in db.StaffMembers on revision.ChangedById equals person.Id
            orderby revision.Number descending
            select new SessionRevisionRow(revision.ChangedAt, person.Name, revision.Changes)).ToListAsync(cancellationToken);
        if (!revisions.Exists(r => r.Changes.Any(c => c.Answer is SessionAnswer.Ward or SessionAnswer.System)))
        {
            return new SessionHistory(revisions, new Dictionary<string, string>());
        }

        var wards = await db.Wards.AsNoTracking().Select(w => new { w.Id, w.Name }).ToListAsync(cancellationToken);
        var systems = await db.DigitalSystems.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        var names = wards.Select(w => (w.Id.Value, w.Name)).Concat(systems.Select(s => (s.Id.Value, s.Name)))
            .ToDictionary(n => n.Value.ToString(), n => n.Name);
        return new SessionHistory(revisions, names);
    }

    /// <summary>Ties are broken by when a session was logged, then by id, so that no row stands on two pages.</summary>
    private static IQueryable<SupportSession> Ordered(IQueryable<SupportSession> sessions, SessionOrder order)
    {
        return order.By switch
        {
            SessionSort.People => By(s => s.People),
            SessionSort.Minutes => By(s => s.Minutes),
            _ => By(s => s.OccurredOn),
        };

        IQueryable<SupportSession> By<TKey>(Expression<Func<SupportSession, TKey>> key) =>
            (order.Descending ? sessions.OrderByDescending(key) : sessions.OrderBy(key)).ThenByDescending(s => s.LoggedAt).ThenByDescending(s => s.Id);
    }

    /// <summary>Names are joined to the rows of one page only. A join need not keep their order, so they are put in order again.</summary>
    private async Task<IReadOnlyList<SessionRow>> RowsAsync(IQueryable<SupportSession> shown, SessionOrder order, CancellationToken cancellationToken)
    {
        var rows = await (
            from session in shown
            join champion in db.Champions on session.ChampionId equals champion.Id
            join person in db.StaffMembers on champion.StaffMemberId equals person.Id
            join ward in db.Wards on session.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join system in db.DigitalSystems on session.DigitalSystemId equals system.Id into systems
            from system in systems.DefaultIfEmpty()
            select new
            {
                session.LoggedAt,
                Row = new SessionRow(
                    session.Id.Value, session.OccurredOn, person.Name, ward.Name, system.Name, session.People, session.Minutes, session.Outcome),
            }).ToListAsync(cancellationToken);
        int Key(SessionRow row) => order.By switch { SessionSort.People => row.People, SessionSort.Minutes => row.Minutes, _ => row.OccurredOn.DayNumber };
        var ordered = order.Descending ? rows.OrderByDescending(r => Key(r.Row)) : rows.OrderBy(r => Key(r.Row));
        return [.. ordered.ThenByDescending(r => r.LoggedAt).ThenByDescending(r => r.Row.Id).Select(r => r.Row)];
    }

    private Task<SessionNames> NamesAsync(SupportSessionId id, CancellationToken cancellationToken) => (
        from session in db.SupportSessions.AsNoTracking()
        where session.Id == id
        join champion in db.Champions on session.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        join logger in db.StaffMembers on session.LoggedById equals logger.Id
        join ward in db.Wards on session.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        join site in db.Sites on ward.SiteId equals site.Id into sites
        from site in sites.DefaultIfEmpty()
        join system in db.DigitalSystems on session.DigitalSystemId equals system.Id into systems
        from system in systems.DefaultIfEmpty()
        select new SessionNames(person.Name, logger.Name, ward.Name, site.Name, system.Name)).FirstAsync(cancellationToken);

    private async Task<IReadOnlyList<HelpedRow>> PeopleAsync(SessionFacts facts, CancellationToken cancellationToken)
    {
        var ids = facts.Participants.Select(p => p.StaffMemberId).OfType<StaffMemberId>().ToList();
        var named = ids.Count == 0 ? [] : await db.StaffMembers.AsNoTracking().Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, s.Name, s.Email }).ToDictionaryAsync(s => s.Id, cancellationToken);
        return [.. facts.Participants.OrderBy(p => p.Position).Select(p => p.StaffMemberId is { } id && named.TryGetValue(id, out var person)
            ? new HelpedRow(1, p.StaffGroup, person.Name, person.Email)
            : new HelpedRow(p.People, p.StaffGroup, null, null))];
    }
}
