using Champions.Application.Abstractions;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;

namespace Champions.Application.Outbox.Planning;

/// <summary>Emails about bookings: everybody whose plans change is told, and older news that has not left is withdrawn.</summary>
internal sealed class BookingEmails(IRowsOfAnyTrust rows, BookingSnapshots snapshots, CurrentActor actor, EmailSender sender, TimeProvider clock)
{
    public async Task PlanAsync(IChampionsDb db, IReadOnlyList<BookingChange> changes, CancellationToken cancellationToken)
    {
        var bookings = await rows.FindAsync<Booking, BookingId>(db, changes.Select(c => c.Id), cancellationToken);
        var slots = await rows.FindAsync<HelpSlot, HelpSlotId>(
            db, bookings.Values.Select(b => b.HelpSlotId).Concat(changes.Select(c => c.FromSlot).OfType<HelpSlotId>()), cancellationToken);
        var now = await snapshots.ReadAsync(db, [.. changes.Select(c => bookings[c.Id]).Select(b => (b, slots[b.HelpSlotId]))], cancellationToken);
        var before = await snapshots.ReadAsync(
            db, [.. changes.Select(c => bookings[c.Id]).Zip(changes, (b, c) => (b, slots[c.FromSlot ?? b.HelpSlotId]))], cancellationToken);
        var earlier = (await rows.EmailsAsync(db, [.. now.Concat(before).SelectMany(OrderKeys)], cancellationToken)).ToLookup(e => e.SubjectId);
        var by = await AuthorAsync(db, cancellationToken);

        for (var i = 0; i < changes.Count; i++)
        {
            var news = new News(db, now[i], before[i], [.. earlier[changes[i].Id.Value]], by);
            Plan(changes[i], news);
        }
    }

    private static IEnumerable<string> OrderKeys(BookingSnapshot about) =>
        new[] { about.Booker, about.Champion }.Select(person => OutboxEmail.OrderKeyOf(about.Booking.Id.Value, person.Id));

    private void Plan(BookingChange change, News news)
    {
        switch (change.Kind)
        {
            case BookingChangeKind.Made:
                Queue(news, ReminderReason.BookingConfirmed, news.Now, news.Now.Booker, data => data);
                Queue(news, ReminderReason.BookingConfirmed, news.Now, news.Now.Champion, data => data);
                break;
            case BookingChangeKind.Moved:
                PlanMove(news);
                break;
            case BookingChangeKind.Cancelled:
                PlanCancellation(news, change.ByChampion);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "A change without emails.");
        }
    }

    private void PlanMove(News news)
    {
        var (now, before) = (news.Now, news.Before);
        Withdraw(news);
        var former = new FormerTime(before.Slot.StartsAt, before.Slot.Minutes, before.Where, before.Champion.Name);
        BookingData Moved(BookingData data) => data with { Before = former };

        Queue(news, ReminderReason.BookingMoved, now, now.Booker, Moved);
        if (now.Champion.Id == before.Champion.Id)
        {
            Queue(news, ReminderReason.BookingMoved, now, now.Champion, Moved);
            return;
        }

        Queue(news, ReminderReason.BookingConfirmed, now, now.Champion, data => data);
        if (news.Earlier.HasInvitation(before.Champion.Id))
        {
            Queue(news, ReminderReason.BookingCancelled, before, before.Champion, data => data with { WentToOther = true });
        }
    }

    private void PlanCancellation(News news, bool byChampion)
    {
        // People know the booking by the time it had before this save, should it have moved and gone in one
        var known = news.Before;
        var cancelled = news with { By = news.By ?? (byChampion ? known.Champion : known.Booker) };
        Withdraw(news);
        foreach (var reader in new[] { known.Booker, known.Champion }.Where(person => news.Earlier.HasInvitation(person.Id)))
        {
            Queue(cancelled, ReminderReason.BookingCancelled, known, reader, data => data with { Reason = known.Booking.CancelReason });
        }
    }

    /// <summary>Takes back what has not left and is no longer true.</summary>
    private static void Withdraw(News news)
    {
        foreach (var email in news.Earlier)
        {
            email.Supersede();
        }
    }

    private void Queue(News news, ReminderReason reason, BookingSnapshot about, StaffMember reader, Func<BookingData, BookingData> more)
    {
        var now = clock.GetUtcNow();
        var usefulUntil = reason == ReminderReason.BookingCancelled ? about.Slot.EndsAt : about.Slot.StartsAt;
        if (usefulUntil <= now)
        {
            return;
        }

        var data = more(about.DataFor(reader)) with { By = AuthorWords(news, about), ByReader = news.By?.Id == reader.Id };
        var draft = about.Draft(reason, reader, data, EmailPriority.Change, now, usefulUntil);
        news.Db.OutboxEmails.Add(OutboxEmail.Queue(draft, sender.MessageIdHost, now));
    }

    private async Task<StaffMember?> AuthorAsync(IChampionsDb db, CancellationToken cancellationToken)
    {
        var person = actor.Actor?.PersonId ?? default;
        return person == default
            ? null
            : (await rows.FindAsync<StaffMember, StaffMemberId>(db, [person], cancellationToken)).GetValueOrDefault(person);
    }

    private string? AuthorWords(News news, BookingSnapshot about) => news.By switch
    {
        null => null,
        var by when by.Id == about.Booker.Id || by.Id == news.Now.Champion.Id || by.Id == news.Before.Champion.Id => by.Name,
        var by => actor.Actor is { IsCoordinator: true } ? $"{by.Name}, coordinator," : by.Name,
    };

    /// <summary>One change on its way into emails.</summary>
    /// <param name="Db">The unit of work that carries the change.</param>
    /// <param name="Now">The booking as it will be stored.</param>
    /// <param name="Before">The booking at the time people know; the same unless it moved.</param>
    /// <param name="Earlier">Every email about it to those concerned. A cancellation to a champion of longer ago is not among them: it stays true.</param>
    /// <param name="By">Who made the change, if anybody in particular.</param>
    private sealed record News(IChampionsDb Db, BookingSnapshot Now, BookingSnapshot Before, IReadOnlyList<OutboxEmail> Earlier, StaffMember? By);
}
