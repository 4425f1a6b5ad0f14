using Champions.Application.Abstractions;
using Champions.Application.Coverage;
using Champions.Application.Outbox;
using Champions.Application.Time;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Home;

/// <summary>What stands first on the home of each role. Every figure is the length of a list that a link leads to.</summary>
public sealed class HomeQueries(IChampionsDb db, TimeProvider clock)
{
    public const int FigureDays = 30;
    public const int ActiveDays = 60;
    public const int ComingDays = 7;
    public const int ChartWeeks = 12;
    private const int ShownRows = 5;

    public async Task<CoordinatorHome> CoordinatorAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        return new CoordinatorHome(
            await AttentionAsync(now, today, cancellationToken),
            await FiguresAsync(now, today, cancellationToken),
            await WeeksAsync(today, cancellationToken));
    }

    public async Task<ChampionHome> ChampionAsync(ChampionId champion, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var midnight = UkCalendar.StartOfDay(today);
        var tomorrow = UkCalendar.StartOfDay(today.AddDays(1));

        var todays = await OfChampion(champion, s => s.StartsAt >= midnight && s.StartsAt < tomorrow && s.StartsAt > now)
            .ToListAsync(cancellationToken);
        var unlogged = await OfChampion(champion, s => s.StartsAt <= now && s.StartsAt > now.AddDays(-FigureDays), toLog: true)
            .Take(ShownRows).ToListAsync(cancellationToken);
        var followUps = await db.FollowUps.AsNoTracking()
            .Where(f => f.OwnerId == champion && f.Status == FollowUpStatus.Open && f.DueOn <= today)
            .OrderBy(f => f.DueOn).Take(ShownRows)
            .Select(f => new FollowUpToDo(f.Id.Value, f.DueOn, f.What))
            .ToListAsync(cancellationToken);
        return new ChampionHome(todays, unlogged, followUps);
    }

    public Task<NextBooking?> NextBookingAsync(StaffMemberId person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (from booking in db.Bookings.AsNoTracking()
                where booking.BookedById == person && booking.Status == BookingStatus.Booked
                join slot in db.HelpSlots on booking.HelpSlotId equals slot.Id
                where slot.StartsAt > now
                join champion in db.StaffMembers on slot.PersonId equals champion.Id
                join ward in db.Wards on slot.WardId equals ward.Id into wards
                from ward in wards.DefaultIfEmpty()
                orderby slot.StartsAt
                select new NextBooking(booking.Id.Value, slot.StartsAt, slot.Minutes, champion.Name, slot.Place ?? ward.Name))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<NeedsAttention> AttentionAsync(DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var covering = db.CoveringOn(today);
        var wards = await db.Wards.CountAsync(w => w.ClosedOn == null && !covering.Any(a => a.WardId == w.Id), cancellationToken);
        var followUps = await db.FollowUps.CountAsync(f => f.Status == FollowUpStatus.Open && f.DueOn < today, cancellationToken);
        var notLogged = await (
            from slot in db.HelpSlots
            where slot.Status == HelpSlotStatus.Offered && slot.StartsAt <= now
            join booking in db.Bookings on slot.Id equals booking.HelpSlotId
            where booking.Status == BookingStatus.Booked
            select booking.Id).CountAsync(cancellationToken);
        var since = now.AddDays(-FigureDays);
        var emails = await db.OutboxEmails.CountAsync(e => e.State == OutboxState.Dead && e.QueuedAt >= since, cancellationToken);
        return new NeedsAttention(wards, followUps, notLogged, emails);
    }

    private async Task<NetworkFigures> FiguresAsync(DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var from = today.AddDays(1 - FigureDays);
        var sessions = await db.SupportSessions
            .Where(s => s.UndoneAt == null && s.OccurredOn >= from && s.OccurredOn <= today)
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), People = g.Sum(s => s.People) })
            .SingleOrDefaultAsync(cancellationToken);
        var active = await db.RecentSessions(today).Select(s => s.ChampionId).Distinct().CountAsync(cancellationToken);
        var until = now.AddDays(ComingDays);
        var coming = await (
            from slot in db.HelpSlots
            where slot.Status == HelpSlotStatus.Offered && slot.StartsAt > now && slot.StartsAt <= until
            join booking in db.Bookings on slot.Id equals booking.HelpSlotId
            where booking.Status == BookingStatus.Booked
            select booking.Id).CountAsync(cancellationToken);
        return new NetworkFigures(sessions?.Count ?? 0, sessions?.People ?? 0, active, coming);
    }

    private async Task<IReadOnlyList<WeekOfSessions>> WeeksAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var thisMonday = Monday(today);
        var first = thisMonday.AddDays(-7 * (ChartWeeks - 1));
        var days = await db.SupportSessions
            .Where(s => s.UndoneAt == null && s.OccurredOn >= first && s.OccurredOn <= today)
            .GroupBy(s => s.OccurredOn)
            .Select(g => new { Day = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var byWeek = days.GroupBy(d => Monday(d.Day)).ToDictionary(g => g.Key, g => g.Sum(d => d.Count));
        return [.. Enumerable.Range(0, ChartWeeks).Select(i => first.AddDays(7 * i)).Select(m => new WeekOfSessions(m, byWeek.GetValueOrDefault(m)))];
    }

    /// <summary>Bookings of a champion by time; with <paramref name="toLog"/> only those without an outcome.</summary>
    private IQueryable<ChampionBooking> OfChampion(
        ChampionId champion, System.Linq.Expressions.Expression<Func<HelpSlot, bool>> when, bool toLog = false) =>
        from slot in db.HelpSlots.AsNoTracking().Where(s => s.ChampionId == champion && s.Status == HelpSlotStatus.Offered).Where(when)
        join booking in db.Bookings on slot.Id equals booking.HelpSlotId
        where booking.Status == BookingStatus.Booked || (!toLog && booking.Status == BookingStatus.Attended)
        join person in db.StaffMembers on booking.BookedById equals person.Id
        join ward in db.Wards on slot.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        orderby slot.StartsAt
        select new ChampionBooking(booking.Id.Value, slot.StartsAt, slot.Minutes, person.Name, slot.Place ?? ward.Name, booking.Topic);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
