using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <summary>One ward, for its own page and for the steps that lead to an assignment.</summary>
public sealed class WardDetailQueries(IChampionsDb db, TimeProvider clock)
{
    public const int ShownRows = 10;

    /// <summary>Null for a ward that is not in the reader's trust.</summary>
    public Task<WardHeading?> HeadingAsync(WardId id, CancellationToken cancellationToken) =>
        (from ward in db.Wards.AsNoTracking()
         where ward.Id == id
         join site in db.Sites on ward.SiteId equals site.Id
         select new WardHeading(ward.Id.Value, ward.Code, ward.Name, ward.Specialty, ward.SiteId.Value, site.Name, ward.ClosedOn))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Null for a ward that is not in the reader's trust. Who booked is told to coordinators and to the champion of the time.</summary>
    public async Task<WardDetails?> FindAsync(WardId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await HeadingAsync(id, cancellationToken) is not { } ward)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var bookings = Bookings(id, now);
        var coming = await bookings.Take(ShownRows).ToListAsync(cancellationToken);
        return new WardDetails(
            ward,
            await People(id).ToListAsync(cancellationToken),
            await Sessions(id).Take(ShownRows).ToListAsync(cancellationToken),
            [.. coming.Select(b => actor.IsCoordinator || b.ChampionId == actor.ChampionId ? b : b with { BookedBy = null })],
            coming.Count < ShownRows ? coming.Count : await bookings.CountAsync(cancellationToken),
            UkCalendar.DateOf(now));
    }

    private IQueryable<WardPerson> People(WardId ward) =>
        from assignment in db.WardAssignments.AsNoTracking()
        where assignment.WardId == ward
        join champion in db.Champions on assignment.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        orderby assignment.From descending, person.Name, assignment.Id
        select new WardPerson
        {
            AssignmentId = assignment.Id.Value,
            ChampionId = champion.Id.Value,
            Name = person.Name,
            StaffGroup = person.StaffGroup,
            Status = champion.Status,
            From = assignment.From,
            Until = assignment.Until,
            Systems = (from known in db.ChampionSystems
                       where known.ChampionId == champion.Id
                       join system in db.DigitalSystems on known.DigitalSystemId equals system.Id
                       orderby system.Name
                       select system.Name).ToList(),
        };

    private IQueryable<WardSession> Sessions(WardId ward) =>
        from session in db.SupportSessions.AsNoTracking()
        where session.WardId == ward && session.UndoneAt == null
        join champion in db.Champions on session.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        join system in db.DigitalSystems on session.DigitalSystemId equals system.Id into systems
        from system in systems.DefaultIfEmpty()
        orderby session.OccurredOn descending, session.Id descending
        select new WardSession(
            session.Id.Value, session.OccurredOn, session.ChampionId, person.Name, system.Name, session.People, session.Minutes);

    private IQueryable<WardBooking> Bookings(WardId ward, DateTimeOffset now) =>
        from slot in db.HelpSlots.AsNoTracking()
        where slot.WardId == ward && slot.Status == HelpSlotStatus.Offered && slot.StartsAt > now
        join booking in db.Bookings on slot.Id equals booking.HelpSlotId
        where booking.Status == BookingStatus.Booked
        join champion in db.StaffMembers on slot.PersonId equals champion.Id
        join person in db.StaffMembers on booking.BookedById equals person.Id
        orderby slot.StartsAt, booking.Id
        select new WardBooking(booking.Id.Value, slot.StartsAt, slot.Minutes, slot.ChampionId, champion.Name, person.Name);
}
