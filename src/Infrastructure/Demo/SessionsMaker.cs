using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;

namespace Champions.Infrastructure.Demo;

/// <summary>What champions logged: booked help, help given in passing, and the follow-ups they promised.</summary>
internal sealed class SessionsMaker(DemoTrust trust, DemoTime time)
{
    private const int NotLoggedYet = 6;
    private const int QuietEvery = 10;

    private readonly Dice dice = trust.Dice;
    private readonly SessionAnswersMaker answers = new(trust);

    public void Make()
    {
        LogBookings();
        LogPassingHelp();
    }

    /// <summary>Closes past bookings: attended, not attended, and a few that nobody has logged yet.</summary>
    private void LogBookings()
    {
        foreach (var slot in trust.Slots.Where(s => s.EndsAt.AddHours(2) < time.Now && s.Status == HelpSlotStatus.Offered))
        {
            var recent = slot.StartsAt > time.Now.AddDays(-10);
            foreach (var booking in slot.Bookings.Where(b => b.IsLive).ToList())
            {
                if (!recent || !dice.Chance(NotLoggedYet))
                {
                    Log(slot, booking);
                }
            }
        }
    }

    /// <summary>Help given in passing, a little more of it each week; every tenth champion has gone quiet.</summary>
    private void LogPassingHelp()
    {
        for (var number = 0; number < trust.Champions.Count; number++)
        {
            var champion = trust.Champions[number];
            var quiet = number % QuietEvery == QuietEvery - 1;
            foreach (var day in time.WorkingDays.Where(d => d <= time.Today && champion.Assignments.Count > 0))
            {
                var week = (day.DayNumber - time.FirstDay.DayNumber) / 7;
                var logged = UkCalendar.At(day, new TimeOnly(dice.Between(8, 19), dice.Between(0, 59)));
                if (dice.Chance(quiet ? (week < 2 ? 20 : 0) : 16 + (3 * week)) && logged < time.Now)
                {
                    Store(champion, answers.InPassing(champion, day), null, logged);
                }
            }
        }
    }

    private void Log(HelpSlot slot, Booking booking)
    {
        var champion = trust.Champions.First(c => c.Id == slot.ChampionId);
        var held = !dice.Chance(5);
        var logged = slot.EndsAt.AddMinutes(dice.Between(5, 90));
        _ = slot.RecordAttendance(booking.Id, held ? BookingStatus.Attended : BookingStatus.StaffDidNotAttend, logged);
        Store(champion, answers.Booked(champion, slot, booking, held), booking.Id, logged);
    }

    private void Store(Champion champion, SessionAnswers given, BookingId? booking, DateTimeOffset logged)
    {
        var day = UkCalendar.DateOf(logged);
        var session = SupportSession.Log(trust.Trust.Id, champion.Id, champion.StaffMemberId, given, booking, dice.Key(), day, logged).Value;
        trust.Sessions.Add(session);
        if (given.Outcome == SessionOutcome.NeedsFollowUp)
        {
            Promise(session, day);
        }
    }

    private void Promise(SupportSession session, DateOnly day)
    {
        var due = UkCalendar.AddWorkingDays(day, dice.Between(4, 9));
        var promise = FollowUp.Open(
            session.TrustId, session.Id, session.ChampionId, due, dice.Pick(DemoWords.Promises), day, session.LoggedAt).Value;
        trust.FollowUps.Add(promise);

        var forgotten = due > time.Today.AddDays(-21) && dice.Chance(20);
        var kept = UkCalendar.At(due.AddDays(-dice.Between(0, 1)), new TimeOnly(dice.Between(9, 17), dice.Between(0, 59)));
        if (!forgotten && kept < time.Now)
        {
            _ = promise.Complete(
                dice.Chance(85) ? SessionOutcome.Resolved : SessionOutcome.PartlyResolved, dice.Chance(40) ? dice.Pick(DemoWords.Outcomes) : null, kept);
        }
    }
}
