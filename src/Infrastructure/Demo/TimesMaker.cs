using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;

namespace Champions.Infrastructure.Demo;

/// <summary>The times champions offer, the same two every week, and who books them.</summary>
internal sealed class TimesMaker(DemoTrust trust, DemoTime time)
{
    private const int BookedPast = 60;
    private const int BookedToCome = 45;
    private const int OneInAHundredWithdrawn = 2;

    private static readonly IReadOnlyList<(SupportMode Mode, int Weight)> Modes =
    [
        (SupportMode.InPersonOnWard, 50), (SupportMode.InPersonElsewhere, 20), (SupportMode.VideoCall, 15), (SupportMode.Phone, 10), (SupportMode.Group, 5),
    ];

    private readonly Dice dice = trust.Dice;

    public void Make()
    {
        foreach (var champion in trust.Champions.Where(c => c.Status == ChampionStatus.Active && c.Assignments.Count > 0))
        {
            var days = dice.Shuffle([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);
            OfferWeekly(champion, days[0]);
            OfferWeekly(champion, days[1]);
        }
    }

    private void OfferWeekly(Champion champion, DayOfWeek day)
    {
        var at = new TimeOnly(dice.Between(8, 16), 15 * dice.Between(0, 3));
        var mode = dice.Pick(Modes);
        var place = mode switch
        {
            SupportMode.InPersonElsewhere or SupportMode.Group => dice.Pick(DemoWords.Places),
            SupportMode.VideoCall => "Teams, link in the calendar entry",
            SupportMode.Phone => "I will call you",
            _ => null,
        };
        var ward = mode is SupportMode.InPersonOnWard ? champion.Assignments[0].WardId : (WardId?)null;
        var capacity = mode == SupportMode.Group ? 6 : 1;
        var series = dice.Key();
        var minutes = mode == SupportMode.Group ? 45 : 10 * dice.Between(1, 3);
        foreach (var start in time.WorkingDays.Where(d => d.DayOfWeek == day).Select(d => UkCalendar.At(d, at)))
        {
            Add(champion, new HelpSlotOffer(start, minutes, mode, ward, place, capacity, series));
        }
    }

    private void Add(Champion champion, HelpSlotOffer offer)
    {
        var offered = DemoTime.Earlier(offer.StartsAt.AddDays(-21), time.Now.AddDays(-1));
        var slot = HelpSlot.Offer(trust.Trust.Id, champion.Id, champion.StaffMemberId, offer, offered).Value;
        trust.Slots.Add(slot);

        var seats = Enumerable.Range(0, offer.Capacity).Count(_ => dice.Chance(offer.StartsAt < time.Now ? BookedPast : BookedToCome));
        for (var seat = 0; seat < seats; seat++)
        {
            Book(champion, slot);
        }

        if (dice.Chance(OneInAHundredWithdrawn))
        {
            _ = slot.Cancel("We are short of staff that day", DemoTime.Earlier(offer.StartsAt.AddHours(-18), time.Now));
        }
    }

    private void Book(Champion champion, HelpSlot slot)
    {
        var then = DemoTime.Earlier(slot.StartsAt.AddHours(-dice.Between(20, 140)), time.Now.AddHours(-dice.Between(1, 60)));
        var system = dice.Chance(80) ? dice.Pick(champion.Systems).DigitalSystemId : (DigitalSystemId?)null;
        var note = dice.Chance(25) ? dice.Pick(DemoWords.BookingNotes) : null;
        var person = trust.ColleagueFreeOn(UkCalendar.DateOf(slot.StartsAt));
        var booking = slot.Book(person.Id, new BookingRequest(system, dice.Pick(DemoWords.Asked), note, dice.Key()), then).Value;
        if (dice.Chance(6))
        {
            _ = slot.CancelBooking(booking.Id, byChampion: false, "My shift has changed", then.AddHours(1));
        }
    }
}
