using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Emails;
using Champions.Application.Outbox.Planning;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Reminders;

/// <summary>Reminds champions of follow-ups they promised.</summary>
internal sealed class FollowUpReminders(IReminderCandidates candidates, IRowsOfAnyTrust rows, EmailSender sender, TimeProvider clock)
{
    /// <summary>Adds the next batch to the unit of work.</summary>
    public async Task<Swept> PlanAsync(IChampionsDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await candidates.FollowUpsAsync(db, UkCalendar.DateOf(now), now, cancellationToken);
        var due = found
            .Select(c => (c.Id, Reminders: FollowUpReminderRule.Due(c.DueOn, c.LastDueAt ?? c.OpenedAt, now).ToList()))
            .Where(x => x.Reminders.Count > 0)
            .Take(SweepReminders.Batch)
            .ToDictionary(x => x.Id, x => x.Reminders);
        var followUps = await rows.FindAsync<FollowUp, FollowUpId>(db, due.Keys, cancellationToken);
        var read = await ReadAsync(db, [.. followUps.Values], cancellationToken);

        var (queued, dropped) = (0, 0);
        foreach (var (followUp, owner, data) in read)
        {
            var reminders = due[followUp.Id];
            foreach (var reminder in reminders)
            {
                var email = reminder == reminders[^1] ? Queue(db, followUp, owner, data, reminder, now) : null;
                db.Reminders.Add(new Reminder(followUp.TrustId, owner.Id, reminder.Reason, followUp.Id.Value, reminder.DueAt, email?.Id, now));
                (queued, dropped) = email is null ? (queued, dropped + 1) : (queued + 1, dropped);
            }
        }

        return new Swept(due.Count, queued, dropped);
    }

    private OutboxEmail Queue(
        IChampionsDb db, FollowUp followUp, StaffMember owner, FollowUpData data, FollowUpReminder reminder, DateTimeOffset now)
    {
        var draft = new OutboxDraft(
            followUp.TrustId,
            owner.Id,
            owner.Email,
            owner.Name,
            reminder.Reason,
            followUp.Id.Value,
            SubjectVersion: 0,
            Occasion: reminder.Day.ToString("'/'yyyy-MM-dd", CultureInfo.InvariantCulture),
            reminder.DueAt,
            reminder.UsefulUntil,
            EmailPriority.Reminder,
            AppointmentAt: null,
            EmailData.Write(data));
        var email = OutboxEmail.Queue(draft, sender.MessageIdHost, now);
        db.OutboxEmails.Add(email);
        return email;
    }

    private async Task<List<(FollowUp FollowUp, StaffMember Owner, FollowUpData Data)>> ReadAsync(
        IChampionsDb db, IReadOnlyList<FollowUp> followUps, CancellationToken cancellationToken)
    {
        var champions = await rows.FindAsync<Champion, ChampionId>(db, followUps.Select(f => f.OwnerId), cancellationToken);
        var people = await rows.FindAsync<StaffMember, StaffMemberId>(db, champions.Values.Select(c => c.StaffMemberId), cancellationToken);
        var sessions = await rows.FindAsync<SupportSession, SupportSessionId>(db, followUps.Select(f => f.SupportSessionId), cancellationToken);
        var wards = await rows.FindAsync<Ward, WardId>(db, sessions.Values.Select(s => s.WardId).OfType<WardId>(), cancellationToken);
        var trusts = await rows.FindAsync<Trust, TrustId>(db, followUps.Select(f => f.TrustId), cancellationToken);

        (FollowUp FollowUp, StaffMember Owner, FollowUpData Data) Of(FollowUp followUp)
        {
            var session = sessions[followUp.SupportSessionId];
            var data = new FollowUpData
            {
                FollowUpId = followUp.Id.Value,
                Trust = trusts[followUp.TrustId].Name,
                What = followUp.What,
                DueOn = followUp.DueOn,
                SessionOn = session.OccurredOn,
                Ward = session.WardId is { } ward ? wards[ward].Name : null,
            };
            return (followUp, people[champions[followUp.OwnerId].StaffMemberId], data);
        }

        return [.. followUps.Select(Of)];
    }
}
