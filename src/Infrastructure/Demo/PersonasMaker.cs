using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Infrastructure.Demo;

/// <summary>Gives the people with a button on the log-in page something to do, at whatever time of day and week the demo is made.</summary>
internal sealed class PersonasMaker(DemoTrust trust, DemoTime time)
{
    private static readonly TimeOnly MorningMail = new(8, 0);

    private readonly Dice dice = trust.Dice;

    public void Make()
    {
        if (trust.PersonaChampion is not { } champion)
        {
            return;
        }

        var soon = Enumerable.Range(3, 20).Select(hours => OnTheHour(time.Now.AddHours(hours)))
            .First(at => UkCalendar.ToUk(at).Time is { Hour: >= 9 and <= 16 } && IsFree(champion, at, 30));
        trust.DueForReminder = Offer(champion, soon, 30);

        var laterToday = OnTheHour(time.Now.AddHours(2)).AddMinutes(30);
        if (UkCalendar.DateOf(laterToday) == time.Today && UkCalendar.ToUk(laterToday).Time.Hour < 20)
        {
            Book(champion, laterToday);
        }

        Book(champion, UkCalendar.At(time.Today.AddDays(1), new TimeOnly(10, 30)));
        _ = Offer(champion, UkCalendar.At(time.Today.AddDays(1), new TimeOnly(14, 30)), 20);
        Book(champion, UkCalendar.At(time.Today.AddDays(-1), new TimeOnly(11, 30)));
        Book(champion, UkCalendar.At(time.Today.AddDays(-2), new TimeOnly(15, 30)));
        Promise(champion);
    }

    private void Book(Champion champion, DateTimeOffset start)
    {
        if (Offer(champion, start, 20) is { } slot)
        {
            var person = trust.ColleagueFreeOn(UkCalendar.DateOf(start));
            var request = new BookingRequest(trust.Systems[0].Id, dice.Pick(DemoWords.Asked), null, dice.Key());
            _ = slot.Book(person.Id, request, DemoTime.Earlier(start, time.Now).AddDays(-3)).Value;
        }
    }

    private HelpSlot? Offer(Champion champion, DateTimeOffset start, int minutes)
    {
        if (!IsFree(champion, start, minutes))
        {
            return null;
        }

        var offer = new HelpSlotOffer(start, minutes, SupportMode.InPersonOnWard, champion.Assignments[0].WardId, null, 1, null);
        var slot = HelpSlot.Offer(trust.Trust.Id, champion.Id, champion.StaffMemberId, offer, time.Now.AddDays(-21)).Value;
        trust.Slots.Add(slot);
        return slot;
    }

    /// <summary>A follow-up whose morning email is due by now: today's from 8am on, before that yesterday's.</summary>
    private void Promise(Champion champion)
    {
        var due = UkCalendar.At(time.Today, MorningMail) <= time.Now ? time.Today : time.Today.AddDays(-1);
        var day = due.AddDays(-6);
        var logged = UkCalendar.At(day, new TimeOnly(15, 5));
        var helped = new ParticipantAnswer(2, Domain.Staff.StaffGroup.NursingAndMidwiferyRegistered, null);
        var answers = new SessionAnswers(
            day, champion.Assignments[0].WardId, trust.Systems[0].Id, 20, SupportMode.InPersonOnWard, SessionOutcome.NeedsFollowUp,
            [trust.Topics[4].Id], [helped], [Barrier.NoTime], "Two new starters, short of time.", SupportKind.HandsOn, DoneBy.DoneTogether);
        var session = SupportSession.Log(
            trust.Trust.Id, champion.Id, champion.StaffMemberId, answers, null, dice.Key(), day, logged).Value;
        trust.Sessions.Add(session);
        trust.FollowUps.Add(FollowUp.Open(
            trust.Trust.Id, session.Id, champion.Id, due, "Show both new starters how to order a blood test", day, logged).Value);
    }

    private bool IsFree(Champion champion, DateTimeOffset start, int minutes) =>
        trust.Slots.TrueForAll(s => s.ChampionId != champion.Id || s.StartsAt >= start.AddMinutes(minutes) || s.EndsAt <= start);

    private static DateTimeOffset OnTheHour(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
