using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>What one scope adds to every change it saves: versions, emails for what happened, the author of audit rows.</summary>
internal sealed class ChangeScope(CurrentActor actor, TimeProvider clock, IOutboxPlanner planner, IJobNudge nudge, AuditKey auditKey)
{
    private bool queuedEmail;

    public CurrentActor Actor => actor;

    public AuditKey AuditKey => auditKey;

    public AuditAuthor Author => new(
        actor.Actor is { AccountId: var account } && account != default ? account : null, actor.Network);

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task PrepareAsync(ChampionsDbContext context, CancellationToken cancellationToken)
    {
        var aggregates = context.ChangeTracker.Entries<IAggregate>().ToList();
        foreach (var entry in aggregates.Where(e => e.State == EntityState.Modified && !e.Property(nameof(IAggregate.Version)).IsModified))
        {
            entry.Entity.Advance();
        }

        GiveBackTime(context);
        var events = aggregates.SelectMany(e => e.Entity.Events).ToList();
        if (events.Count > 0)
        {
            await planner.PlanAsync(context, events, cancellationToken);
            aggregates.ForEach(e => e.Entity.ClearEvents());
        }

        queuedEmail |= context.ChangeTracker.Entries<OutboxEmail>().Any(e => e.State == EntityState.Added);
    }

    /// <summary>Called once the change is stored for good: email that went with it need not wait for the next tick.</summary>
    public void Committed()
    {
        if (queuedEmail)
        {
            queuedEmail = false;
            nudge.Nudge();
        }
    }

    /// <summary>
    /// A claim that its slot or booking let go of belongs to nobody, and the person's minutes are free. The reference to either owner may be
    /// empty, so the model would keep the row instead of deleting it.
    /// </summary>
    private static void GiveBackTime(ChampionsDbContext context)
    {
        foreach (var claim in context.ChangeTracker.Entries<TimeClaim>().Where(e => e.Entity is { HelpSlotId: null, BookingId: null }).ToList())
        {
            claim.State = EntityState.Deleted;
        }
    }
}
