using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Planning;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;

namespace Champions.Application.Reminders;

/// <summary>Reminds booker and champion of a booking.</summary>
internal sealed class BookingReminders(
    IReminderCandidates candidates, IRowsOfAnyTrust rows, BookingSnapshots snapshots, EmailSender sender, TimeProvider clock)
{
    /// <summary>After a longer outage nobody counts what was missed.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    /// <summary>Adds the next batch to the unit of work.</summary>
    public async Task<Swept> PlanAsync(IChampionsDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await candidates.BookingsAsync(db, now - LookBack, now + BookingReminderRule.DayBefore, cancellationToken);
        var due = found
            .Select(c => (Candidate: c, Reminder: BookingReminderRule.For(c.StartsAt, c.KnownSince)))
            .Where(x => x.Reminder is { } reminder && reminder.DueAt <= now && reminder.DueAt != x.Candidate.LastDueAt)
            .OrderBy(x => x.Candidate.StartsAt)
            .Take(SweepReminders.Batch)
            .ToList();
        var bookings = await rows.FindAsync<Booking, BookingId>(db, due.Select(x => x.Candidate.Id), cancellationToken);
        var slots = await rows.FindAsync<HelpSlot, HelpSlotId>(db, due.Select(x => x.Candidate.SlotId), cancellationToken);
        var read = await snapshots.ReadAsync(db, [.. due.Select(x => (bookings[x.Candidate.Id], slots[x.Candidate.SlotId]))], cancellationToken);

        var (queued, dropped) = (0, 0);
        foreach (var (snapshot, reminder) in read.Zip(due, (s, x) => (s, x.Reminder!)))
        {
            foreach (var reader in new[] { snapshot.Booker, snapshot.Champion })
            {
                var email = snapshot.Slot.StartsAt > now ? Queue(db, snapshot, reminder, reader, now) : null;
                db.Reminders.Add(new Reminder(
                    snapshot.Booking.TrustId, reader.Id, reminder.Reason, snapshot.Booking.Id.Value, reminder.DueAt, email?.Id, now));
                (queued, dropped) = email is null ? (queued, dropped + 1) : (queued + 1, dropped);
            }
        }

        return new Swept(due.Count, queued, dropped);
    }

    private OutboxEmail Queue(IChampionsDb db, BookingSnapshot snapshot, BookingReminder reminder, StaffMember reader, DateTimeOffset now)
    {
        var draft = snapshot.Draft(
            reminder.Reason, reader, snapshot.DataFor(reader), EmailPriority.Reminder, reminder.DueAt, usefulUntil: snapshot.Slot.StartsAt);
        var email = OutboxEmail.Queue(draft, sender.MessageIdHost, now);
        db.OutboxEmails.Add(email);
        return email;
    }
}
