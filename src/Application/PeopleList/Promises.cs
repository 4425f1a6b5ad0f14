using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>What somebody promised for the time to come, when they can no longer keep it. Those concerned are told by the usual emails.</summary>
internal static class Promises
{
    private const string Reason = "The champion is not available any more";

    /// <summary>Steps the person down as a champion, if they are one, and cancels the times they offer. Tells how many times.</summary>
    public static async Task<int> EndChampionAsync(
        this IChampionsDb db, IPeopleInReach reach, StaffMemberId person, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var champion = await reach.Champions(actor).Include(c => c.Assignments).FirstOrDefaultAsync(c => c.StaffMemberId == person, cancellationToken);
        if (champion is null)
        {
            return 0;
        }

        if (champion.Status is ChampionStatus.Active or ChampionStatus.Paused)
        {
            champion.StepDown(UkCalendar.DateOf(now));
        }

        var slots = await reach.HelpSlots(actor).Include(s => s.Bookings)
            .Where(s => s.ChampionId == champion.Id && s.StartsAt > now && s.Status == HelpSlotStatus.Offered)
            .OrderBy(s => s.StartsAt).ToListAsync(cancellationToken);
        await db.LoadClaimsAsync(slots, cancellationToken);
        slots.ForEach(slot => _ = slot.Cancel(Reason, now));
        return slots.Count;
    }

    /// <summary>Closes, without an outcome, what the person promised to come back for.</summary>
    public static async Task CloseFollowUpsAsync(this IPeopleInReach reach, StaffMemberId person, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var champions = reach.Champions(actor).Where(c => c.StaffMemberId == person).Select(c => c.Id);
        var open = await reach.FollowUps(actor).Where(f => champions.Contains(f.OwnerId) && f.Status == FollowUpStatus.Open).ToListAsync(cancellationToken);
        open.ForEach(followUp => _ = followUp.Cancel(now));
    }

    /// <summary>Gives back the places the person has booked. Tells how many.</summary>
    public static async Task<int> GiveBackBookingsAsync(
        this IChampionsDb db, IPeopleInReach reach, StaffMemberId person, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var slots = await reach.HelpSlots(actor).Include(s => s.Bookings)
            .Where(s => s.StartsAt > now && s.Bookings.Any(b => b.BookedById == person && b.Status == BookingStatus.Booked))
            .OrderBy(s => s.StartsAt).ToListAsync(cancellationToken);
        await db.LoadClaimsAsync(slots, cancellationToken);
        foreach (var (slot, booking) in slots.SelectMany(s => s.Bookings.Where(b => b.BookedById == person && b.IsLive).Select(b => (s, b))).ToList())
        {
            _ = slot.CancelBooking(booking.Id, byChampion: false, reason: null, now);
        }

        return slots.Count;
    }

    /// <summary>Apart from the bookings: one statement would return every claim of a slot with every claim of every booking.</summary>
    private static async Task LoadClaimsAsync(this IChampionsDb db, List<HelpSlot> slots, CancellationToken cancellationToken)
    {
        var ids = slots.Select(s => (HelpSlotId?)s.Id).ToList();
        var bookings = slots.SelectMany(s => s.Bookings).Select(b => (BookingId?)b.Id).ToList();
        await db.TimeClaims.Where(c => ids.Contains(c.HelpSlotId) || bookings.Contains(c.BookingId)).LoadAsync(cancellationToken);
    }
}
