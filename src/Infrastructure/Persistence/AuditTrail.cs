using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Trusts;
using Champions.Infrastructure.AcrossTrusts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Champions.Infrastructure.Persistence;

/// <summary>Writes one audit row for each changed row of an aggregate, in the same transaction, chained per trust.</summary>
internal static class AuditTrail
{
    /// <summary>What the next save changes, by trust, always in the same order so that two writers never wait for each other.</summary>
    /// <param name="context">With the changes of the save.</param>
    /// <param name="notes">Further changes, made past the tracker.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<IGrouping<TrustId?, AuditChange>>> ChangesInAsync(
        ChampionsDbContext context, IReadOnlyCollection<AuditNote> notes, CancellationToken cancellationToken)
    {
        var changed = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsAudited(e.Entity.GetType()))
            .ToList();
        if (changed.Count == 0 && notes.Count == 0)
        {
            return [];
        }

        var accounts = await TrustsOfAccounts.FindAsync(
            context, [.. changed.Select(e => AccountOf(e.Entity)).OfType<AccountId>().Distinct()], cancellationToken);
        return
        [
            .. changed.Select(e => new AuditNote(TrustOf(context, e.Entity, accounts), ChangeOf(e))).Concat(notes)
                .GroupBy(n => n.Trust, n => n.Change)
                .OrderBy(trust => trust.Key?.Value ?? Guid.Empty),
        ];
    }

    /// <summary>Adds a row for each change. Call it inside the transaction of the save.</summary>
    public static async Task AddAsync(
        ChampionsDbContext context, IReadOnlyList<IGrouping<TrustId?, AuditChange>> changes, ChangeScope scope, CancellationToken cancellationToken)
    {
        // A microsecond is as exact as PostgreSQL keeps an instant
        var now = scope.Now;
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        foreach (var trust in changes)
        {
            var chain = await context.HoldChainAsync(AuditChain.Of(trust.Key), scope.AuditKey, cancellationToken);
            var held = scope.AuditKey.Fits(chain);
            var (number, hash) = (chain.Number, chain.Hash);
            foreach (var change in trust)
            {
                var row = new AuditEntry(trust.Key, ++number, at, scope.Author, change);
                row.Seal(hash = scope.AuditKey.HashOf(row, number, hash));
                context.AuditEntries.Add(row);
            }

            // An end that was not ours is never made to look as if it were
            chain.Extend(number, hash, held ? scope.AuditKey.MarkOf(chain.Id, number, hash) : []);

            // Said out loud, because whoever stores very many rows turns the search for changes off
            if (context.Entry(chain).State == EntityState.Unchanged)
            {
                context.Entry(chain).State = EntityState.Modified;
            }
        }
    }

    /// <summary>Drops the rows of a save that failed.</summary>
    public static void Forget(ChampionsDbContext context)
    {
        var unsaved = context.ChangeTracker.Entries()
            .Where(e => e.Entity is AuditChain || (e.Entity is AuditEntry && e.State == EntityState.Added)).ToList();
        unsaved.ForEach(e => e.State = EntityState.Detached);
    }

    /// <summary>
    /// Roots and the children that people change one by one. What only follows from them (claimed time, parts of a session) and what keeps
    /// its own story (emails, reminders, runs of jobs) is left out: see docs/adr/0009.
    /// </summary>
    public static bool IsAudited(Type type) =>
        (type.IsAssignableTo(typeof(IAggregate)) && type != typeof(OneTimeCode)) || Children.Contains(type);

    private static readonly HashSet<Type> Children =
    [
        typeof(Booking), typeof(WardAssignment), typeof(ChampionSystem), typeof(Passkey), typeof(ExternalLogin), typeof(RecoveryCode), typeof(TrustDomain),
    ];

    private static AccountId? AccountOf(object row) => row switch
    {
        Passkey passkey => passkey.AccountId,
        ExternalLogin login => login.AccountId,
        RecoveryCode code => code.AccountId,
        _ => null,
    };

    /// <summary>Null for the installation: the list of trusts and administrators who work for none.</summary>
    private static TrustId? TrustOf(ChampionsDbContext context, object row, IReadOnlyDictionary<AccountId, TrustId?> accounts) => row switch
    {
        ITrustOwned owned => owned.TrustId,
        Account account => account.TrustId,
        AccountSession session => session.TrustId,
        ChampionSystem system => context.Champions.Local.FindEntry(system.ChampionId)?.Entity.TrustId,
        _ => AccountOf(row) is { } account ? accounts.GetValueOrDefault(account) : null,
    };

    private static AuditChange ChangeOf(EntityEntry entry) => new(
        entry.Metadata.ClrType.Name,
        KeyOf(entry),
        entry.State switch
        {
            EntityState.Added => AuditEntry.Added,
            EntityState.Deleted => AuditEntry.Removed,
            _ => AuditEntry.Changed,
        },
        AuditValues.Of(entry));

    /// <summary>The domain of a trust is nobody's secret; other text in keys is.</summary>
    private static string KeyOf(EntityEntry entry) => entry.Entity is TrustDomain domain
        ? domain.Domain
        : string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => AuditValues.Key(entry.Property(p).CurrentValue)));
}

/// <summary>A change for the trail of a trust; of the installation when it is null.</summary>
internal readonly record struct AuditNote(TrustId? Trust, AuditChange Change);
