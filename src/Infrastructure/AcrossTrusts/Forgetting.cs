using System.Text.Json;
using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.Outbox;
using Champions.Application.Time;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>
/// Set by set, without loading a row. The audit trail holds no text, so there is nothing to clear in it; that text was cleared follows from
/// the run of the job, or from the audit row of the person who was anonymised.
/// </summary>
internal sealed class Forgetting(ChampionsDbContext db) : IForgetting
{
    /// <summary>Stands where an answer is needed and its words are gone.</summary>
    private const string Removed = "Removed";

    /// <summary>So many emails are cleared in one go.</summary>
    private const int Batch = 500;

    private static readonly OutboxState[] Over = [OutboxState.Sent, OutboxState.Dead, OutboxState.Superseded];

    public async Task<int> ForgetTextAsync(TrustId trust, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var day = UkCalendar.DateOf(before);
        var slots = All<HelpSlot>().Where(s => s.TrustId == trust && s.StartsAt < before);
        return await WriteAsync(
            ct => NotedAsync(trust, nameof(Domain.Trusts.Trust), trust.Value, "OldTextsCleared", async () =>
                await ClearBookingsAsync(All<Booking>().Where(b => slots.Any(s => s.Id == b.HelpSlotId)), ct)
                + await ClearSlotsAsync(slots, ct)
                + await ClearSessionsAsync(All<SupportSession>().Where(s => s.TrustId == trust && s.OccurredOn < day), ct)
                + await ClearFollowUpsAsync(All<FollowUp>().Where(f => f.TrustId == trust && f.ClosedAt < before), ct)
                + await ClearEmailsAsync(All<OutboxEmail>().Where(e => e.TrustId == trust && e.QueuedAt < before && Over.Contains(e.State)), ct), ct),
            cancellationToken);
    }

    public Task<int> ForgetPersonAsync(PersonToForget person, CancellationToken cancellationToken) => WriteAsync(
        async ct =>
        {
            await RemoveWaysInAsync(person, ct);
            var champions = All<Domain.Champions.Champion>().Where(c => c.StaffMemberId == person.Id).Select(c => c.Id);
            var bookings = All<Booking>().Where(b => b.BookedById == person.Id);
            return await ClearEmailsAsync(person, ct)
                + await ClearBookingsAsync(bookings, ct)
                + await ClearSlotsAsync(All<HelpSlot>().Where(s => s.PersonId == person.Id), ct)
                + await ClearSessionsAsync(
                    All<SupportSession>().Where(s => champions.Contains(s.ChampionId) || s.LoggedById == person.Id || bookings.Any(b => b.Id == s.BookingId)), ct)
                + await ClearFollowUpsAsync(All<FollowUp>().Where(f => champions.Contains(f.OwnerId)), ct)
                + await NotedAsync(
                    person.TrustId, nameof(Domain.Staff.StaffMember), person.Id.Value, "NameTakenOut", () => TakeNameOutAsync(person, ct), ct);
        },
        cancellationToken);

    public async Task<int> ForgetSentAsync(CancellationToken cancellationToken)
    {
        var people = All<Domain.Staff.StaffMember>().Where(p => p.IsAnonymised).Select(p => p.Id);
        var slots = All<HelpSlot>().Where(s => people.Contains(s.PersonId)).Select(s => s.Id);
        var bookings = All<Booking>().Where(b => people.Contains(b.BookedById) || slots.Contains(b.HelpSlotId));

        // Looked for outside the write, so that nobody waits while nothing is found
        var left = await All<OutboxEmail>().AsNoTracking()
            .Where(e => e.ToAddress != "" && Over.Contains(e.State) && (people.Contains(e.RecipientId!.Value) || bookings.Any(b => (Guid)(object)b.Id == e.SubjectId)))
            .Select(e => e.Id).ToListAsync(cancellationToken);
        var cleared = 0;
        foreach (var some in left.Chunk(Batch))
        {
            cleared += await WriteAsync(ct => ClearEmailsAsync(All<OutboxEmail>().Where(e => some.Contains(e.Id)), ct), cancellationToken);
        }

        return cleared;
    }

    private async Task RemoveWaysInAsync(PersonToForget person, CancellationToken cancellationToken)
    {
        foreach (var account in await All<Account>().Where(a => a.StaffMemberId == person.Id).Select(a => new { a.Id, a.TrustId }).ToListAsync(cancellationToken))
        {
            await NotedAsync(account.TrustId, nameof(Account), account.Id.Value, "WaysInRemoved", async () =>
                await db.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.ExternalLogins.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            await db.AccountSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        }

        var address = Domain.Common.Text.Normalise(person.Email);
        await db.OneTimeCodes.Where(c => c.NormalisedEmail == address).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// What was to be sent to the person is not sent. News of their own bookings goes out to others as it is and is cleared when it has left,
    /// see <see cref="ForgetSentAsync"/>; other news no longer says that it was they who caused it.
    /// </summary>
    private async Task<int> ClearEmailsAsync(PersonToForget person, CancellationToken cancellationToken)
    {
        var address = person.Email.ToLowerInvariant();
        var theirs = All<OutboxEmail>().Where(e => e.RecipientId == person.Id || e.ToAddress.ToLower() == address);
        await theirs.Where(e => e.State == OutboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.State, OutboxState.Superseded), cancellationToken);

        var slots = All<HelpSlot>().Where(s => s.PersonId == person.Id).Select(s => s.Id);
        var about = All<Booking>().Where(b => b.BookedById == person.Id || slots.Contains(b.HelpSlotId));
        var (by, nobody) = (Quoted("By", person.Name), Quoted("By", Domain.Staff.StaffMember.AnonymousName));
        var waiting = All<OutboxEmail>().Where(e => e.TrustId == person.TrustId && !Over.Contains(e.State) && !about.Any(b => (Guid)(object)b.Id == e.SubjectId));
        await waiting.Where(e => e.Data.Contains(by + "\"") || e.Data.Contains(by + ", ")).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Data, e => e.Data.Replace(by + "\"", nobody + "\"").Replace(by + ", ", nobody + ", ")), cancellationToken);

        var (name, mail) = (person.IsNamedInText ? Encoded(person.Name) : $"\"{Encoded(person.Name)}\"", $"\"{Encoded(person.Email)}\"");
        return await ClearEmailsAsync(theirs.Where(e => Over.Contains(e.State)), cancellationToken)
            + await ClearEmailsAsync(All<OutboxEmail>().Where(e => Over.Contains(e.State) && about.Any(b => (Guid)(object)b.Id == e.SubjectId)), cancellationToken)
            + await ClearEmailsAsync(
                All<OutboxEmail>().Where(e => e.TrustId == person.TrustId && Over.Contains(e.State) && (e.Data.Contains(name) || e.Data.Contains(mail))),
                cancellationToken);
    }

    /// <summary>
    /// What others of the trust wrote keeps its sense, without the person's name and address. Looked for in whatever letters; whole words only,
    /// which <see cref="PersonToForget.Without"/> decides.
    /// </summary>
    private async Task<int> TakeNameOutAsync(PersonToForget person, CancellationToken cancellationToken)
    {
        var (trust, count) = (person.TrustId, 0);
        foreach (var word in person.IsNamedInText ? [person.Name, person.Email] : (string[])[person.Email])
        {
            // SQLite knows small and capital letters of English only, so the word is looked for as it is, too
            var lower = word.ToLowerInvariant();
            foreach (var b in await All<Booking>().Where(b => b.TrustId == trust)
                .Where(b => (b.Topic + " " + b.Note + " " + b.CancelReason).Contains(word) || (b.Topic + " " + b.Note + " " + b.CancelReason).ToLower().Contains(lower))
                .Select(b => new { b.Id, b.Topic, b.Note, b.CancelReason }).ToListAsync(cancellationToken))
            {
                var (topic, note, reason) = (person.Without(b.Topic), person.Without(b.Note), person.Without(b.CancelReason));
                count += topic == b.Topic && note == b.Note && reason == b.CancelReason ? 0 : await All<Booking>().Where(x => x.Id == b.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(x => x.Topic, topic).SetProperty(x => x.Note, note).SetProperty(x => x.CancelReason, reason), cancellationToken);
            }

            foreach (var s in await All<HelpSlot>().Where(s => s.TrustId == trust)
                .Where(s => (s.Place + " " + s.CancelReason).Contains(word) || (s.Place + " " + s.CancelReason).ToLower().Contains(lower))
                .Select(s => new { s.Id, s.Place, s.CancelReason }).ToListAsync(cancellationToken))
            {
                var (place, reason) = (person.Without(s.Place), person.Without(s.CancelReason));
                count += place == s.Place && reason == s.CancelReason ? 0 : await All<HelpSlot>().Where(x => x.Id == s.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(x => x.Place, place).SetProperty(x => x.CancelReason, reason), cancellationToken);
            }

            foreach (var s in await All<SupportSession>().Where(s => s.TrustId == trust && (s.Note!.Contains(word) || s.Note!.ToLower().Contains(lower)))
                .Select(s => new { s.Id, s.Note }).ToListAsync(cancellationToken))
            {
                var note = person.Without(s.Note);
                count += note == s.Note ? 0 : await All<SupportSession>().Where(x => x.Id == s.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(x => x.Note, note), cancellationToken);
            }

            foreach (var f in await All<FollowUp>().Where(f => f.TrustId == trust)
                .Where(f => (f.What + " " + f.ClosingNote).Contains(word) || (f.What + " " + f.ClosingNote).ToLower().Contains(lower))
                .Select(f => new { f.Id, f.What, f.ClosingNote }).ToListAsync(cancellationToken))
            {
                var (what, closing) = (person.Without(f.What)!, person.Without(f.ClosingNote));
                count += what == f.What && closing == f.ClosingNote ? 0 : await All<FollowUp>().Where(x => x.Id == f.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(x => x.What, what).SetProperty(x => x.ClosingNote, closing), cancellationToken);
            }
        }

        return count;
    }

    /// <summary>As it stands in the data of emails.</summary>
    private static string Encoded(string text) => JsonEncodedText.Encode(text).ToString();

    /// <summary>A member of the data up to the last letter of its value.</summary>
    private static string Quoted(string member, string text) => $"\"{member}\":\"{Encoded(text)}";

    /// <summary>What is changed set by set leaves one row in the audit trail, with its number.</summary>
    private async Task<int> NotedAsync(
        TrustId? trust, string entity, Guid id, string what, Func<Task<int>> write, CancellationToken cancellationToken)
    {
        var count = await write();
        if (count > 0)
        {
            db.Note(trust, new AuditChange(entity, id.ToString(), AuditEntry.Changed, $"{{\"{what}\":[null,\"{count}\"]}}"));
            await db.SaveChangesAsync(cancellationToken);
        }

        return count;
    }

    public Task<int> DeleteSessionsAsync(DateTimeOffset before, CancellationToken cancellationToken) => WriteAsync(
        ct => db.AccountSessions.Where(s => s.StartedAt < before && s.LastSeenAt < before).ExecuteDeleteAsync(ct), cancellationToken);

    public Task<int> DeleteCodesAsync(DateTimeOffset before, CancellationToken cancellationToken) => WriteAsync(
        ct => db.OneTimeCodes.Where(c => c.ExpiresAt < before).ExecuteDeleteAsync(ct), cancellationToken);

    private static Task<int> ClearBookingsAsync(IQueryable<Booking> bookings, CancellationToken cancellationToken) => bookings
        .Where(b => b.Topic != null || b.Note != null || b.CancelReason != null)
        .ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Topic, (string?)null).SetProperty(b => b.Note, (string?)null).SetProperty(b => b.CancelReason, (string?)null),
            cancellationToken);

    private static Task<int> ClearSlotsAsync(IQueryable<HelpSlot> slots, CancellationToken cancellationToken) => slots
        .Where(s => s.CancelReason != null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.CancelReason, (string?)null), cancellationToken);

    private static Task<int> ClearSessionsAsync(IQueryable<SupportSession> sessions, CancellationToken cancellationToken) => sessions
        .Where(s => s.Note != null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.Note, (string?)null), cancellationToken);

    private static Task<int> ClearFollowUpsAsync(IQueryable<FollowUp> followUps, CancellationToken cancellationToken) => followUps
        .Where(f => f.What != Removed || f.ClosingNote != null)
        .ExecuteUpdateAsync(set => set.SetProperty(f => f.What, Removed).SetProperty(f => f.ClosingNote, (string?)null), cancellationToken);

    /// <summary>That an email went out, when and why, stays; to whom and what it said does not.</summary>
    private static Task<int> ClearEmailsAsync(IQueryable<OutboxEmail> emails, CancellationToken cancellationToken) => emails
        .Where(e => e.ToAddress != "")
        .ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Data, "{}").SetProperty(e => e.ToAddress, "").SetProperty(e => e.ToName, "").SetProperty(e => e.LastReply, (string?)null),
            cancellationToken);

    private IQueryable<T> All<T>() where T : class => db.Set<T>().IgnoreQueryFilters([ChampionsDbContext.TrustFilter]);

    /// <summary>Inside the transaction there is, or in one of its own.</summary>
    private Task<int> WriteAsync(Func<CancellationToken, Task<int>> write, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is null ? db.InTransactionAsync(write, cancellationToken) : write(cancellationToken);
}
