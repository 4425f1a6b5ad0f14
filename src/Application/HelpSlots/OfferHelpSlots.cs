using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.HelpSlots;

/// <summary>A champion offers a time, once or weekly at the same time of the UK clock.</summary>
/// <param name="Day">First day, UK.</param>
/// <param name="Start">Start by the UK clock.</param>
/// <param name="Weeks">How many weeks, the first one counted; 1 for a single time.</param>
/// <param name="Minutes">Length of each time.</param>
/// <param name="Mode">How they meet.</param>
/// <param name="Ward">The ward of meeting, if they meet on one.</param>
/// <param name="Place">Another place, or how to reach the champion.</param>
/// <param name="Capacity">Places in each time.</param>
/// <param name="FormKey">Made when the form was shown: the same form posted again offers nothing twice.</param>
public sealed record OfferHelpSlots(
    DateOnly Day,
    TimeOnly Start,
    int Weeks,
    int Minutes,
    SupportMode Mode,
    WardId? Ward,
    string? Place,
    int Capacity,
    Guid FormKey)
{
    internal HelpSlotOffer At(DateTimeOffset startsAt) => new(startsAt, Minutes, Mode, Ward, Place, Capacity, FormKey);
}

/// <summary>All weeks are offered, or none.</summary>
public sealed class OfferHelpSlotsHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The key under which the times that were offered are found again.</returns>
    public Task<Result<Guid>> HandleAsync(OfferHelpSlots command, Actor actor, CancellationToken cancellationToken) =>
        // Whoever loses the race for claimed time tries again, finds what won, and is told which day is in the way.
        db.RunAsync(ct => OfferAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<Guid>> OfferAsync(OfferHelpSlots command, Actor actor, CancellationToken cancellationToken)
    {
        var champion = await db.Champions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == actor.ChampionId, cancellationToken);
        if (champion is null)
        {
            return HelpSlotErrors.NotAChampion;
        }

        if (champion.Status != ChampionStatus.Active)
        {
            return HelpSlotErrors.ChampionPaused;
        }

        var now = clock.GetUtcNow();
        var starts = WeeklyTimes.Plan(command.Day, command.Start, command.Weeks, now);
        if (!starts.IsSuccess)
        {
            return starts.Error;
        }

        if (command.Ward is { } ward && !await db.Wards.AnyAsync(w => w.Id == ward && w.ClosedOn == null, cancellationToken))
        {
            return HelpSlotErrors.WardNeeded;
        }

        var slots = new List<HelpSlot>();
        foreach (var startsAt in starts.Value)
        {
            var slot = HelpSlot.Offer(champion.TrustId, champion.Id, champion.StaffMemberId, command.At(startsAt), now);
            if (!slot.IsSuccess)
            {
                return slot.Error;
            }

            slots.Add(slot.Value);
        }

        var busy = await BusyDaysAsync(champion.StaffMemberId, slots, cancellationToken);
        if (busy.Count > 0)
        {
            // Asked only now: what made the days busy is stored, and if it was this very form it is seen.
            var isRepeat = await IsRepeatAsync(command, champion.Id, starts.Value, cancellationToken);
            return isRepeat ? command.FormKey : OfferErrors.Busy(busy);
        }

        db.HelpSlots.AddRange(slots);
        await db.SaveChangesAsync(cancellationToken);
        return command.FormKey;
    }

    /// <summary>
    /// The same form with the same answers. A form gone back to and changed is a new offer; so is one whose times were
    /// cancelled since.
    /// </summary>
    private async Task<bool> IsRepeatAsync(
        OfferHelpSlots command, ChampionId champion, IReadOnlyList<DateTimeOffset> starts, CancellationToken cancellationToken)
    {
        var place = Text.Tidy(command.Place);
        var offered = await db.HelpSlots.CountAsync(
            s => s.ChampionId == champion
                && starts.Contains(s.StartsAt)
                && s.SeriesId == command.FormKey
                && s.Status == HelpSlotStatus.Offered
                && s.Minutes == command.Minutes
                && s.Mode == command.Mode
                && s.WardId == command.Ward
                && s.Place == place
                && s.Capacity == command.Capacity,
            cancellationToken);
        return offered == starts.Count;
    }

    /// <summary>Days on which the person's own times or bookings are in the way.</summary>
    private async Task<IReadOnlyList<DateOnly>> BusyDaysAsync(
        StaffMemberId person, IReadOnlyList<HelpSlot> slots, CancellationToken cancellationToken)
    {
        var dayOf = slots
            .SelectMany(s => s.Claims.Select(c => (c.Quantum, Day: UkCalendar.DateOf(s.StartsAt))))
            .ToDictionary(c => c.Quantum, c => c.Day);
        var (first, last) = (dayOf.Keys.Min(), dayOf.Keys.Max());
        var taken = await db.TimeClaims
            .Where(c => c.PersonId == person && c.Quantum >= first && c.Quantum <= last)
            .Select(c => c.Quantum)
            .ToListAsync(cancellationToken);
        return [.. taken.Where(dayOf.ContainsKey).Select(q => dayOf[q]).Distinct().Order()];
    }
}
