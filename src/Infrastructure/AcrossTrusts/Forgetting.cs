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

    public Task<int> ForgetTextOfAsync(StaffMemberId person, CancellationToken cancellationToken) => WriteAsync(
        async ct =>
        {
            var champions = All<Domain.Champions.Champion>().Where(c => c.StaffMemberId == person).Select(c => c.Id);
            var bookings = All<Booking>().Where(b => b.BookedById == person);
            var slots = All<HelpSlot>().Where(s => s.PersonId == person);
            var about = All<Booking>().Where(b => b.BookedById == person || slots.Any(s => s.Id == b.HelpSlotId));
            await RemoveWaysInAsync(person, ct);
            return await ClearEmailsAsync(
                    All<OutboxEmail>().Where(e => Over.Contains(e.State) && (e.RecipientId == person || about.Any(b => b.Id.Value == e.SubjectId))), ct)
                + await ClearBookingsAsync(bookings, ct)
                + await ClearSlotsAsync(slots, ct)
                + await ClearSessionsAsync(All<SupportSession>().Where(s => champions.Contains(s.ChampionId) || s.LoggedById == person), ct)
                + await ClearFollowUpsAsync(All<FollowUp>().Where(f => champions.Contains(f.OwnerId) && f.Status != FollowUpStatus.Open), ct);
        },
        cancellationToken);

    private async Task RemoveWaysInAsync(StaffMemberId person, CancellationToken cancellationToken)
    {
        foreach (var account in await All<Account>().Where(a => a.StaffMemberId == person).Select(a => new { a.Id, a.TrustId }).ToListAsync(cancellationToken))
        {
            await NotedAsync(account.TrustId, nameof(Account), account.Id.Value, "WaysInRemoved", async () =>
                await db.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.ExternalLogins.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            await db.AccountSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        }
    }

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
