using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Infrastructure.Outbox;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>The queue in the database. Each call has a context of its own, because several senders finish at once.</summary>
internal sealed class OutboxStore(IServiceScopeFactory scopes, ISenderNode node, OutboxSql sql, TimeProvider clock) : IOutboxStore
{
    /// <summary>Longer than the longest time a relay may take to answer.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    public async Task<int> RecoverAsync(DateTimeOffset? now, CancellationToken cancellationToken)
    {
        await node.BeSeenAsync(cancellationToken);
        if (now is { } trusted)
        {
            await ForgetWrongClockAsync(trusted, cancellationToken);
        }

        var leased = await WithDbAsync(
            db => Emails(db).Where(e => e.State == OutboxState.Sending)
                .Select(e => new { e.LeaseNode, e.LeaseUntil }).Distinct().ToListAsync(cancellationToken));
        var dead = await node.DeadAmongAsync(
            [.. leased.Select(l => l.LeaseNode).OfType<Guid>().Where(other => other != node.Id).Distinct()], cancellationToken);
        if (dead.Count == 0 && !leased.Exists(l => l.LeaseUntil <= now))
        {
            return 0;
        }

        return await WriteAsync(
            db => Emails(db)
                .Where(e => e.State == OutboxState.Sending && (e.LeaseUntil <= now || dead.Contains(e.LeaseNode!.Value)))
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(e => e.State, OutboxState.Pending)
                        .SetProperty(e => e.MaybeSent, true)
                        .SetProperty(e => e.LeaseToken, (Guid?)null)
                        .SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(e => e.LeaseNode, (Guid?)null),
                    cancellationToken),
            cancellationToken);
    }

    public Task<Dropped> DropAsync(DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async db => new Dropped(
            await db.Database.ExecuteSqlRawAsync(sql.Supersede, [sql.Value(now)], cancellationToken),
            await db.Database.ExecuteSqlRawAsync(sql.DropUseless, [sql.Value(now)], cancellationToken)),
        cancellationToken);

    public async Task<IReadOnlyList<OutboxEmail>> ClaimAsync(int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = Guid.CreateVersion7(clock.GetUtcNow());
        object[] values = [sql.Value(now), most, sql.Value(token), sql.Value(now + Lease), sql.Value(node.Id)];
        var claimed = await WriteAsync(
            db => db.OutboxEmails.FromSqlRaw(sql.Claim, values).IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking()
                .ToListAsync(cancellationToken),
            cancellationToken);

        // The statement returns them in no order
        return [.. claimed.OrderBy(e => e.Priority > 2).ThenBy(e => e.AppointmentAt ?? DateTimeOffset.MaxValue).ThenBy(e => e.QueuedAt)];
    }

    public async Task<bool> FinishAsync(OutboxEmail claimed, Finish finish, CancellationToken cancellationToken) => await WriteAsync(
        db => Emails(db)
            .Where(e => e.Id == claimed.Id && e.LeaseToken == claimed.LeaseToken && e.State == OutboxState.Sending)
            .ExecuteUpdateAsync(
                row =>
                {
                    row
                        .SetProperty(e => e.State, finish.State)
                        .SetProperty(e => e.Attempts, e => e.Attempts + (finish.Tried ? 1 : 0))
                        .SetProperty(e => e.NextTryAt, finish.NextTryAt ?? claimed.NextTryAt)
                        .SetProperty(e => e.LastReply, finish.Reply ?? claimed.LastReply)
                        .SetProperty(e => e.SentAt, finish.SentAt)
                        .SetProperty(e => e.LeaseToken, (Guid?)null)
                        .SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(e => e.LeaseNode, (Guid?)null);
                    if (claimed.IsSealed && finish.State is OutboxState.Sent or OutboxState.Dead)
                    {
                        row.SetProperty(e => e.Data, "");
                    }
                },
                cancellationToken),
        cancellationToken) == 1;

    /// <summary>An email that was put off while the clock stood in the future would wait until then.</summary>
    private async Task ForgetWrongClockAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tooLong = now + (2 * RetryDelay.Longest);
        IQueryable<OutboxEmail> PutOff(ChampionsDbContext db) =>
            Emails(db).Where(e => e.State == OutboxState.Pending && e.NextTryAt > tooLong && e.NextTryAt > e.DueAt && e.Attempts > 0);

        if (await WithDbAsync(db => PutOff(db).AnyAsync(cancellationToken)))
        {
            await WriteAsync(db => PutOff(db).ExecuteUpdateAsync(row => row.SetProperty(e => e.NextTryAt, now), cancellationToken), cancellationToken);
        }
    }

    private static IQueryable<OutboxEmail> Emails(ChampionsDbContext db) => db.OutboxEmails.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]);

    private Task<T> WriteAsync<T>(Func<ChampionsDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        WithDbAsync(db => db.InTransactionAsync(_ => write(db), cancellationToken));

    private async Task<T> WithDbAsync<T>(Func<ChampionsDbContext, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ChampionsDbContext>());
    }
}
