using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Help;

/// <summary>Finds free times for a person. The week is one query of times; only a trust that offers very many in a week costs one more a day.</summary>
public sealed class HelpQueries(IChampionsDb db, TimeProvider clock, IConfigurationProvider projections)
{
    public const int Days = 7;

    /// <summary>Times on the page of a week; beyond it every day is cut to <see cref="DayMax"/>.</summary>
    public const int WeekMax = 140;
    public const int DayMax = 20;
    public const int DayPage = 50;

    /// <summary>Times offered to somebody whose choice was just taken.</summary>
    private const int OthersMax = 8;
    private const int OthersWithinDays = 14;

    public async Task<HelpCatalogue> CatalogueAsync(Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.PersonId;
        var wards = await (
            from ward in db.Wards.AsNoTracking()
            join site in db.Sites on ward.SiteId equals site.Id
            orderby ward.Name, site.Name
            select new HelpWard(
                ward.Id, ward.SiteId, ward.Name, site.Name, ward.ClosedOn == null, db.StaffMembers.Any(p => p.Id == me && p.WardId == ward.Id)))
            .ToListAsync(cancellationToken);
        var systems = await db.DigitalSystems.AsNoTracking().OrderBy(s => s.Name)
            .ProjectTo<SystemOption>(projections)
            .ToListAsync(cancellationToken);
        return new HelpCatalogue(wards, systems);
    }

    public async Task<HelpWeek> WeekAsync(HelpSearch search, HelpCatalogue catalogue, Actor actor, CancellationToken cancellationToken)
    {
        var free = Free(search, actor);
        var days = Enumerable.Range(0, Days).Select(search.From.AddDays).ToList();
        var end = UkCalendar.StartOfDay(search.From.AddDays(Days));
        var times = await NamedAsync(WeekRows(search, actor), catalogue, cancellationToken);
        if (times.Count == 0)
        {
            var next = await free.Where(s => s.StartsAt >= end).OrderBy(s => s.StartsAt).Select(s => (DateTimeOffset?)s.StartsAt)
                .FirstOrDefaultAsync(cancellationToken);
            return new HelpWeek([.. days.Select(d => HelpDay.Of(d, [], hasMore: false))], next is { } at ? UkCalendar.DateOf(at) : null);
        }

        if (times.Count <= WeekMax)
        {
            return new HelpWeek([.. days.Select(d => HelpDay.Of(d, times, hasMore: false))], NextFree: null);
        }

        var shown = new List<HelpDay>();
        foreach (var day in days)
        {
            var ofDay = await NamedAsync(FirstRows(OnDay(free, day), DayMax + 1), catalogue, cancellationToken);
            shown.Add(HelpDay.Of(day, ofDay.Take(DayMax), ofDay.Count > DayMax));
        }

        return new HelpWeek(shown, NextFree: null);
    }

    /// <summary>One day in pages of <see cref="DayPage"/>.</summary>
    public async Task<HelpDayPage> DayAsync(HelpSearch search, int page, HelpCatalogue catalogue, Actor actor, CancellationToken cancellationToken)
    {
        var ofDay = OnDay(Free(search, actor), search.From);
        var total = await ofDay.CountAsync(cancellationToken);
        var rows = ofDay.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Skip((page - 1) * DayPage).Take(DayPage).AsRows(db);
        return new HelpDayPage(HelpDay.Of(search.From, await NamedAsync(rows, catalogue, cancellationToken), hasMore: false), total);
    }

    /// <summary>The time a person wants to book, free or not; null when there is no such time in their trust.</summary>
    public async Task<TimeToBook?> TimeAsync(HelpSlotId id, Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.PersonId;
        return await (
            from slot in db.HelpSlots.AsNoTracking()
            where slot.Id == id
            join champion in db.StaffMembers on slot.PersonId equals champion.Id
            join ward in db.Wards on slot.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join site in db.Sites on ward.SiteId equals site.Id into sites
            from site in sites.DefaultIfEmpty()
            select new TimeToBook(
                slot.Id,
                slot.StartsAt,
                slot.Minutes,
                champion.Name,
                slot.Mode,
                slot.WardId,
                ward.Name,
                site.Name,
                slot.Place,
                slot.Status,
                slot.PersonId == me,
                slot.Capacity,
                slot.Bookings.Count(b => b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion),
                slot.Bookings
                    .Where(b => b.BookedById == me && b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion)
                    .Select(b => (BookingId?)b.Id).FirstOrDefault(),
                db.ChampionSystems.Where(k => k.ChampionId == slot.ChampionId).Select(k => k.DigitalSystemId).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Free times around the one that somebody did not get: same system and same ward first.</summary>
    public async Task<IReadOnlyList<HelpTime>> OthersAsync(
        TimeToBook lost, DigitalSystemId? system, HelpCatalogue catalogue, Actor actor, CancellationToken cancellationToken)
    {
        var wanted = system ?? default;
        var ward = lost.WardId ?? default;
        var now = clock.GetUtcNow();
        var weekBefore = lost.StartsAt.AddDays(-OthersWithinDays / 2);
        var from = weekBefore > now ? weekBefore : now;
        var rows = Between(db.FreeFor(actor.PersonId, now), from, from.AddDays(OthersWithinDays))
            .Where(s => s.Id != lost.Id)
            .OrderByDescending(s => db.ChampionSystems.Any(k => k.ChampionId == s.ChampionId && k.DigitalSystemId == wanted))
            .ThenByDescending(s => s.WardId == ward)
            .ThenBy(s => s.StartsAt)
            .Take(OthersMax)
            .AsRows(db);
        return await NamedAsync(rows, catalogue, cancellationToken);
    }

    /// <summary>The query behind the page that is opened most: seven days of times and one row more than is shown.</summary>
    internal IQueryable<FreeSlot> WeekRows(HelpSearch search, Actor actor) => FirstRows(
        Between(Free(search, actor), UkCalendar.StartOfDay(search.From), UkCalendar.StartOfDay(search.From.AddDays(Days))), WeekMax + 1);

    private IQueryable<HelpSlot> Free(HelpSearch search, Actor actor) =>
        db.FreeFor(actor.PersonId, clock.GetUtcNow()).OnWard(search.Ward).Knowing(db, search.System);

    private static IQueryable<HelpSlot> OnDay(IQueryable<HelpSlot> slots, DateOnly day) =>
        Between(slots, UkCalendar.StartOfDay(day), UkCalendar.StartOfDay(day.AddDays(1)));

    private static IQueryable<HelpSlot> Between(IQueryable<HelpSlot> slots, DateTimeOffset from, DateTimeOffset until) =>
        slots.Where(s => s.StartsAt >= from && s.StartsAt < until);

    private IQueryable<FreeSlot> FirstRows(IQueryable<HelpSlot> slots, int most) =>
        slots.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(most).AsRows(db);

    private static async Task<IReadOnlyList<HelpTime>> NamedAsync(
        IQueryable<FreeSlot> rows, HelpCatalogue catalogue, CancellationToken cancellationToken) =>
        [.. (await rows.ToListAsync(cancellationToken)).Select(r => HelpTime.From(r, catalogue))];
}
