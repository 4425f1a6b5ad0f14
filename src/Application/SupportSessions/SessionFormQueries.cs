using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>What the log form offers and what it is filled in with.</summary>
public sealed class SessionFormQueries(IChampionsDb db, IConfigurationProvider mapping, TimeProvider clock)
{
    public async Task<SessionChoices> ChoicesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var wards = await (
            from ward in db.Wards.AsNoTracking()
            join site in db.Sites on ward.SiteId equals site.Id
            orderby ward.Name, site.Name
            select new WardChoice(ward.Id, ward.Name, site.Name, ward.ClosedOn != null)).ToListAsync(cancellationToken);
        var systems = await db.DigitalSystems.AsNoTracking().OrderBy(s => s.Name).ProjectTo<SystemChoice>(mapping).ToListAsync(cancellationToken);
        var topics = await db.SupportTopics.AsNoTracking().OrderBy(t => t.Position).ProjectTo<TopicChoice>(mapping).ToListAsync(cancellationToken);
        var champions = actor.IsCoordinator ? await ChampionsAsync(cancellationToken) : [];
        return new SessionChoices(wards, systems, topics, champions);
    }

    public async Task<SessionDefaults> DefaultsAsync(ChampionId champion, CancellationToken cancellationToken)
    {
        var last = await db.SupportSessions.AsNoTracking().Where(s => s.ChampionId == champion && s.UndoneAt == null)
            .OrderByDescending(s => s.LoggedAt)
            .Select(s => new { s.WardId, s.DigitalSystemId, s.Mode })
            .FirstOrDefaultAsync(cancellationToken);
        return new SessionDefaults(
            last?.WardId ?? await AssignedWardAsync(champion, cancellationToken) ?? await OwnWardAsync(champion, cancellationToken),
            last is null ? await KnownSystemAsync(champion, cancellationToken) : last.DigitalSystemId,
            last?.Mode ?? SupportMode.InPersonOnWard);
    }

    /// <summary>A booking to log. Another champion's is not found, like one that does not exist.</summary>
    public async Task<Result<BookingToLog>> BookingAsync(BookingId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (
            from booking in db.Bookings.AsNoTracking()
            where booking.Id == id
            join slot in db.HelpSlots on booking.HelpSlotId equals slot.Id
            join champion in db.StaffMembers on slot.PersonId equals champion.Id
            join person in db.StaffMembers on booking.BookedById equals person.Id
            select new BookingToLog(
                booking.Id,
                slot.ChampionId,
                champion.Name,
                slot.StartsAt,
                slot.Minutes,
                slot.Mode,
                slot.WardId ?? person.WardId,
                booking.DigitalSystemId,
                person.Name,
                person.Email,
                booking.Topic,
                booking.Status,
                db.SupportSessions.Where(s => s.BookingId == id && s.UndoneAt == null).Select(s => (SupportSessionId?)s.Id).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
        return found is not null && SessionRights.MaySee(actor, found.ChampionId) ? found : HelpSlotErrors.BookingNotFound;
    }

    /// <summary>Who may give help now, by name.</summary>
    public Task<List<ChampionChoice>> ChampionsAsync(CancellationToken cancellationToken) => (
        from champion in db.Champions.AsNoTracking()
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        where champion.Status == ChampionStatus.Active || champion.Status == ChampionStatus.Paused
        orderby person.Name
        select new ChampionChoice(champion.Id, person.Name)).ToListAsync(cancellationToken);

    private Task<WardId?> AssignedWardAsync(ChampionId champion, CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        return db.WardAssignments.AsNoTracking()
            .Where(a => a.ChampionId == champion && a.From <= today && (a.Until == null || a.Until >= today))
            .OrderByDescending(a => a.From).Select(a => (WardId?)a.WardId).FirstOrDefaultAsync(cancellationToken);
    }

    private Task<WardId?> OwnWardAsync(ChampionId champion, CancellationToken cancellationToken) => (
        from c in db.Champions.AsNoTracking()
        where c.Id == champion
        join person in db.StaffMembers on c.StaffMemberId equals person.Id
        select person.WardId).FirstOrDefaultAsync(cancellationToken);

    private Task<DigitalSystemId?> KnownSystemAsync(ChampionId champion, CancellationToken cancellationToken) => (
        from known in db.ChampionSystems.AsNoTracking()
        where known.ChampionId == champion
        join system in db.DigitalSystems on known.DigitalSystemId equals system.Id
        orderby system.Name
        select (DigitalSystemId?)system.Id).FirstOrDefaultAsync(cancellationToken);
}
