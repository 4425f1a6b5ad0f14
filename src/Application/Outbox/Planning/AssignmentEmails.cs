using Champions.Application.Abstractions;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Outbox.Planning;

/// <summary>Tells champions which ward they were put on.</summary>
internal sealed class AssignmentEmails(IRowsOfAnyTrust rows, CurrentActor actor, EmailSender sender, TimeProvider clock)
{
    /// <summary>How long after the first day the news is still news.</summary>
    private const int UsefulDays = 14;

    public async Task PlanAsync(IChampionsDb db, IReadOnlyList<AssignmentStarted> started, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var assignments = await rows.FindAsync<WardAssignment, WardAssignmentId>(db, started.Select(s => s.AssignmentId), cancellationToken);
        var champions = await rows.FindAsync<Champion, ChampionId>(db, started.Select(s => s.ChampionId), cancellationToken);
        var wards = await rows.FindAsync<Ward, WardId>(db, assignments.Values.Select(a => a.WardId), cancellationToken);
        var sites = await rows.FindAsync<Site, SiteId>(db, wards.Values.Select(w => w.SiteId), cancellationToken);
        var trusts = await rows.FindAsync<Trust, TrustId>(db, assignments.Values.Select(a => a.TrustId), cancellationToken);
        var by = actor.Actor?.PersonId ?? default;
        var people = await rows.FindAsync<StaffMember, StaffMemberId>(
            db, champions.Values.Select(c => c.StaffMemberId).Append(by).Where(p => p != default), cancellationToken);

        foreach (var happened in started)
        {
            var assignment = assignments[happened.AssignmentId];
            var reader = people[champions[happened.ChampionId].StaffMemberId];
            var ward = wards[assignment.WardId];
            var usefulUntil = UkCalendar.StartOfDay(assignment.From.AddDays(UsefulDays));
            if (assignment.Until < assignment.From || usefulUntil <= now)
            {
                continue;
            }

            var data = new AssignmentData
            {
                WardId = ward.Id.Value,
                Trust = trusts[assignment.TrustId].Name,
                Ward = ward.Name,
                Site = sites[ward.SiteId].Name,
                From = assignment.From,
                Until = assignment.Until,
                By = by == reader.Id ? null : people.GetValueOrDefault(by)?.Name,
            };
            var draft = new OutboxDraft(
                assignment.TrustId, reader.Id, reader.Email, reader.Name, ReminderReason.AssignmentStarted, assignment.Id.Value, 0, "",
                now, usefulUntil, EmailPriority.Change, null, EmailData.Write(data));
            db.OutboxEmails.Add(OutboxEmail.Queue(draft, sender.MessageIdHost, now));
        }
    }
}
