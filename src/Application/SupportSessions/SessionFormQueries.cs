using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Lists;
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
    /// <summary>What the log form offers; a coordinator chooses among the champions who may give help now.</summary>
    public Task<SessionChoices> ToLogAsync(Actor actor, CancellationToken cancellationToken) =>
        ChoicesAsync(actor, c => c.Status == ChampionStatus.Active || c.Status == ChampionStatus.Paused, cancellationToken);

    /// <summary>What the filters offer: everybody who may have given help, those who stepped down too.</summary>
    public Task<SessionChoices> ToFilterAsync(Actor actor, CancellationToken cancellationToken) => ChoicesAsync(actor, c => true, cancellationToken);

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

    /// <summary>Everybody who is or was a champion, by name.</summary>
    public Task<List<Choice>> ChampionsAsync(CancellationToken cancellationToken) => ChampionsAsync(c => true, cancellationToken);

    private async Task<SessionChoices> ChoicesAsync(Actor actor, Expression<Func<Champion, bool>> offered, CancellationToken cancellationToken) => new(
        await db.Wards.AsNoTracking().OrderBy(w => w.Name).ThenBy(w => w.Code).ProjectTo<WardChoice>(mapping).ToListAsync(cancellationToken),
        await db.DigitalSystems.AsNoTracking().OrderBy(s => s.Name).ProjectTo<Choice>(mapping).ToListAsync(cancellationToken),
        await db.SupportTopics.AsNoTracking().OrderBy(t => t.Position).ProjectTo<Choice>(mapping).ToListAsync(cancellationToken),
        actor.IsCoordinator ? await ChampionsAsync(offered, cancellationToken) : []);

    private Task<List<Choice>> ChampionsAsync(Expression<Func<Champion, bool>> offered, CancellationToken cancellationToken) => (
        from champion in db.Champions.AsNoTracking().Where(offered)
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        orderby person.Name, person.Email
        select new Choice(champion.Id.Value, person.Name)).ToListAsync(cancellationToken);

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
