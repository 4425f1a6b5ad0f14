using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.HelpSlots;

/// <summary>The champion's side of times: what is offered, who booked, and what a new offer can choose from.</summary>
public sealed class OfferedSlotQueries(IChampionsDb db, IConfigurationProvider mapping, TimeProvider clock)
{
    public async Task<PageOf<OfferedSlotRow>> ListAsync(OfferedSlotFilter filter, int number, CancellationToken cancellationToken)
    {
        var slots = Offered(filter);
        var page = new PageOf<OfferedSlotRow>([], number, PageOf<OfferedSlotRow>.UsualSize, await slots.CountAsync(cancellationToken));
        if (!page.Exists)
        {
            return page;
        }

        var rows = await Rows(slots.Skip((number - 1) * page.Size).Take(page.Size)).ToListAsync(cancellationToken);
        var names = await NamesAsync([.. rows.Where(r => r.Taken > 0).Select(r => new HelpSlotId(r.Id))], cancellationToken);
        return page with { Rows = [.. rows.Select(r => r with { BookedBy = [.. names[r.Id]] })] };
    }

    /// <summary>Cancelled times are left out. Read along (ChampionId, StartsAt), or (TrustId, StartsAt) for the whole trust.</summary>
    internal IQueryable<HelpSlot> Offered(OfferedSlotFilter filter)
    {
        var midnight = UkCalendar.StartOfDay(UkCalendar.DateOf(clock.GetUtcNow()));
        var slots = db.HelpSlots.AsNoTracking().Where(s => s.Status == HelpSlotStatus.Offered);
        if (filter.Champion is { } champion)
        {
            slots = slots.Where(s => s.ChampionId == champion);
        }

        return filter.Past
            ? slots.Where(s => s.StartsAt < midnight).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id)
            : slots.Where(s => s.StartsAt >= midnight).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
    }

    /// <summary>A time as its champion and the coordinator see it.</summary>
    public async Task<Result<OfferedSlotDetails>> DetailsAsync(HelpSlotId id, Actor actor, CancellationToken cancellationToken)
    {
        var details = await (
            from slot in db.HelpSlots.AsNoTracking()
            where slot.Id == id
            join person in db.StaffMembers on slot.PersonId equals person.Id
            join ward in db.Wards on slot.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join site in db.Sites on ward.SiteId equals site.Id into sites
            from site in sites.DefaultIfEmpty()
            select new OfferedSlotDetails(
                slot.Id.Value,
                slot.ChampionId,
                person.Name,
                slot.StartsAt,
                slot.Minutes,
                slot.Mode,
                ward.Name,
                site.Name,
                slot.Place,
                slot.Capacity,
                slot.Status,
                slot.CancelReason))
            .FirstOrDefaultAsync(cancellationToken);
        return details is null || !actor.MayManageTimesOf(details.ChampionId)
            ? HelpSlotErrors.NotFound
            : details with { Bookings = await BookingsAsync(id, cancellationToken) };
    }

    /// <summary>What one form offered and what still stands, by time.</summary>
    public async Task<IReadOnlyList<OfferedTime>> OfOneFormAsync(Guid formKey, ChampionId champion, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.HelpSlots.AsNoTracking()
            .Where(s => s.ChampionId == champion && s.StartsAt > now && s.SeriesId == formKey && s.Status == HelpSlotStatus.Offered)
            .OrderBy(s => s.StartsAt)
            .ProjectTo<OfferedTime>(mapping)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Open wards of the trust: those the champion looks after today come first.</summary>
    public async Task<IReadOnlyList<WardChoice>> WardsAsync(ChampionId champion, CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        var wards = await (
            from ward in db.Wards.AsNoTracking()
            where ward.ClosedOn == null
            join site in db.Sites on ward.SiteId equals site.Id
            orderby ward.Name, site.Name
            select new WardChoice(
                ward.Id.Value,
                ward.Name,
                site.Name,
                db.WardAssignments.Any(a =>
                    a.ChampionId == champion && a.WardId == ward.Id && a.From <= today && (a.Until == null || a.Until >= today))))
            .ToListAsync(cancellationToken);
        return [.. wards.OrderByDescending(w => w.Mine)];
    }

    /// <summary>Champions of the trust by name, for the filter; those who stepped down keep their past times.</summary>
    public async Task<IReadOnlyList<Choice>> ChampionsAsync(CancellationToken cancellationToken) => await (
        from champion in db.Champions.AsNoTracking()
        where champion.Status == ChampionStatus.Active
            || champion.Status == ChampionStatus.Paused
            || champion.Status == ChampionStatus.SteppedDown
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        orderby person.Name, person.Email
        select new Choice(champion.Id.Value, person.Name))
        .ToListAsync(cancellationToken);

    private async Task<ILookup<Guid, string>> NamesAsync(IReadOnlyList<HelpSlotId> slots, CancellationToken cancellationToken)
    {
        var booked = await (
            from booking in db.Bookings.AsNoTracking()
            where slots.Contains(booking.HelpSlotId)
                && booking.Status != BookingStatus.CancelledByStaff && booking.Status != BookingStatus.CancelledByChampion
            join person in db.StaffMembers on booking.BookedById equals person.Id
            orderby booking.Seat
            select new { Slot = booking.HelpSlotId.Value, person.Name }).ToListAsync(cancellationToken);
        return booked.ToLookup(b => b.Slot, b => b.Name);
    }

    private async Task<IReadOnlyList<SlotBooking>> BookingsAsync(HelpSlotId id, CancellationToken cancellationToken)
    {
        var bookings = await (
            from booking in db.Bookings.AsNoTracking()
            where booking.HelpSlotId == id
            join person in db.StaffMembers on booking.BookedById equals person.Id
            join system in db.DigitalSystems on booking.DigitalSystemId equals system.Id into systems
            from system in systems.DefaultIfEmpty()
            orderby booking.Seat, booking.BookedAt
            select new SlotBooking(booking.Id.Value, person.Name, system.Name, booking.Topic, booking.Note, booking.Status))
            .ToListAsync(cancellationToken);
        return [.. bookings.OrderByDescending(b => b.IsLive)];
    }

    /// <summary>
    /// Names are joined to one page of times: joined to all of them, the database may start from the people and read every time there was.
    /// </summary>
    internal IQueryable<OfferedSlotRow> Rows(IQueryable<HelpSlot> slots)
    {
        var now = clock.GetUtcNow();
        return from slot in slots
               join person in db.StaffMembers on slot.PersonId equals person.Id
               join ward in db.Wards on slot.WardId equals ward.Id into wards
               from ward in wards.DefaultIfEmpty()
               join site in db.Sites on ward.SiteId equals site.Id into sites
               from site in sites.DefaultIfEmpty()
               select new OfferedSlotRow(
                   slot.Id.Value,
                   slot.StartsAt,
                   slot.Minutes,
                   person.Name,
                   slot.Mode,
                   ward.Name,
                   site.Name,
                   slot.Place,
                   slot.Capacity,
                   slot.Bookings.Count(b => b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion),
                   slot.Bookings.Count(b => b.Status == BookingStatus.Booked && slot.StartsAt <= now));
    }
}
