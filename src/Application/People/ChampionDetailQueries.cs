using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.People;

/// <summary>One champion, for coordinators of the trust and for the champion.</summary>
public sealed class ChampionDetailQueries(IChampionsDb db, TimeProvider clock)
{
    public const int ShownRows = 10;

    public async Task<Result<ChampionDetails>> FindAsync(ChampionId id, Actor actor, CancellationToken cancellationToken)
    {
        // Another champion's page answers like one that does not exist.
        if ((!actor.IsCoordinator && actor.ChampionId != id) || await HeadingAsync(id, cancellationToken) is not { } champion)
        {
            return ChampionErrors.NotFound;
        }

        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var openFollowUps = db.FollowUps.Where(f => f.OwnerId == id && f.Status == FollowUpStatus.Open);
        return new ChampionDetails(
            champion,
            await Systems(id).ToListAsync(cancellationToken),
            await Wards(id).ToListAsync(cancellationToken),
            await Sessions(id).Take(ShownRows).ToListAsync(cancellationToken),
            await Slots(id, now).Take(ShownRows).ToListAsync(cancellationToken),
            await openFollowUps.CountAsync(cancellationToken),
            await openFollowUps.CountAsync(f => f.DueOn < today, cancellationToken),
            today);
    }

    private Task<ChampionHeading?> HeadingAsync(ChampionId id, CancellationToken cancellationToken) =>
        (from champion in db.Champions.AsNoTracking()
         where champion.Id == id
         join person in db.StaffMembers on champion.StaffMemberId equals person.Id
         join ward in db.Wards on person.WardId equals ward.Id into wards
         from ward in wards.DefaultIfEmpty()
         join site in db.Sites on ward.SiteId equals site.Id into sites
         from site in sites.DefaultIfEmpty()
         select new ChampionHeading(
             champion.Id.Value, person.Name, person.Email, person.StaffGroup, ward.Name, site.Name, champion.Status, champion.AgreedOn))
        .FirstOrDefaultAsync(cancellationToken);

    private IQueryable<string> Systems(ChampionId id) =>
        from known in db.ChampionSystems.AsNoTracking()
        where known.ChampionId == id
        join system in db.DigitalSystems on known.DigitalSystemId equals system.Id
        orderby system.Name
        select system.Name;

    private IQueryable<ChampionWard> Wards(ChampionId id) =>
        from assignment in db.WardAssignments.AsNoTracking()
        where assignment.ChampionId == id
        join ward in db.Wards on assignment.WardId equals ward.Id
        join site in db.Sites on ward.SiteId equals site.Id
        orderby assignment.From descending, ward.Name
        select new ChampionWard(ward.Id.Value, ward.Name, site.Name, assignment.From, assignment.Until);

    private IQueryable<ChampionSession> Sessions(ChampionId id) =>
        from session in db.SupportSessions.AsNoTracking()
        where session.ChampionId == id && session.UndoneAt == null
        join ward in db.Wards on session.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        join system in db.DigitalSystems on session.DigitalSystemId equals system.Id into systems
        from system in systems.DefaultIfEmpty()
        orderby session.OccurredOn descending, session.Id descending
        select new ChampionSession(session.Id.Value, session.OccurredOn, ward.Name, system.Name, session.People, session.Minutes);

    private IQueryable<ChampionSlot> Slots(ChampionId id, DateTimeOffset now) =>
        from slot in db.HelpSlots.AsNoTracking()
        where slot.ChampionId == id && slot.Status == HelpSlotStatus.Offered && slot.StartsAt > now
        join ward in db.Wards on slot.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        join site in db.Sites on ward.SiteId equals site.Id into sites
        from site in sites.DefaultIfEmpty()
        orderby slot.StartsAt
        select new ChampionSlot(
            slot.Id.Value,
            slot.StartsAt,
            slot.Minutes,
            slot.Mode,
            ward.Name,
            site.Name,
            slot.Place,
            db.Bookings.Count(b => b.HelpSlotId == slot.Id && b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion),
            slot.Capacity);
}
