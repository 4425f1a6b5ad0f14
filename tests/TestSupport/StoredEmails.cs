using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Infrastructure.Persistence;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport;

/// <summary>Emails in any state, as the sender would have left them.</summary>
public static class StoredEmails
{
    private static int count;

    /// <summary>Queued for the colleague of the trust, about a booking that nobody looks for.</summary>
    public static OutboxEmail Queued(
        SmallTrust trust, DateTimeOffset? queuedAt = null, ReminderReason reason = ReminderReason.BookingConfirmed, DateTimeOffset? dueAt = null)
    {
        var at = queuedAt ?? Given.Now;
        return OutboxEmail.Queue(
            new OutboxDraft(
                trust.Trust.Id, trust.Colleague.Id, trust.Colleague.Email, trust.Colleague.Name, reason,
                Guid.CreateVersion7(at), 0, $"/{Interlocked.Increment(ref count)}", dueAt ?? at, at.AddDays(2), 1, at.AddDays(1), "{}"),
            "champions.example",
            at);
    }

    /// <summary>Puts a stored email into a state past the rules that the sender keeps.</summary>
    public static async Task SetAsync(TestDatabase db, OutboxEmail email, OutboxState state, string? reply = null, int attempts = 0)
    {
        await db.Run(async scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            var row = await context.OutboxEmails.IgnoreQueryFilters().FirstAsync(e => e.Id == email.Id);
            var entry = context.Entry(row);
            entry.Property(e => e.State).CurrentValue = state;
            entry.Property(e => e.LastReply).CurrentValue = reply;
            entry.Property(e => e.Attempts).CurrentValue = attempts;
            entry.Property(e => e.SentAt).CurrentValue = state == OutboxState.Sent ? email.QueuedAt : null;
            await context.SaveChangesAsync();
        });
    }
}
