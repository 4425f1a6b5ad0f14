using System.Globalization;
using System.Text.Json;
using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Champions.Infrastructure.Persistence;

/// <summary>Writes one audit row for each changed aggregate row, in the same transaction, chained per trust. Text is named, never quoted.</summary>
internal static class AuditTrail
{
    /// <summary>What the next save changes, by trust, always in the same order so that two writers never wait for each other.</summary>
    public static IReadOnlyList<IGrouping<TrustId?, AuditChange>> ChangesIn(ChampionsDbContext context) =>
    [
        .. context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsAudited(e.Entity))
            .GroupBy(e => TrustOf(e.Entity), ChangeOf)
            .OrderBy(trust => trust.Key?.Value ?? Guid.Empty),
    ];

    /// <summary>Adds a row for each change. Call it inside the transaction of the save.</summary>
    public static async Task AddAsync(
        ChampionsDbContext context, IReadOnlyList<IGrouping<TrustId?, AuditChange>> changes, ChangeScope scope, CancellationToken cancellationToken)
    {
        // A microsecond is as exact as PostgreSQL keeps an instant
        var now = scope.Now;
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        foreach (var trust in changes)
        {
            var chain = await context.HoldChainAsync(AuditChain.Of(trust.Key), cancellationToken);
            foreach (var change in trust)
            {
                var row = new AuditEntry(Guid.CreateVersion7(now), trust.Key, chain.Number + 1, at, scope.Author, change);
                row.Seal(scope.AuditKey.HashOf(row, chain.Hash));
                chain.Extend(row.Number, row.Hash);
                context.AuditEntries.Add(row);
            }

            // Said out loud, because whoever stores very many rows turns the search for changes off
            if (context.Entry(chain).State == EntityState.Unchanged)
            {
                context.Entry(chain).State = EntityState.Modified;
            }
        }
    }

    private static bool IsAudited(object row) => row is IAggregate and not OneTimeCode
        or Booking or WardAssignment or Passkey or ExternalLogin or RecoveryCode or TrustDomain;

    private static TrustId? TrustOf(object row) => row switch
    {
        ITrustOwned owned => owned.TrustId,
        Account account => account.TrustId,
        AccountSession session => session.TrustId,
        _ => null,
    };

    private static AuditChange ChangeOf(EntityEntry entry) => new(
        entry.Metadata.ClrType.Name,
        Key(entry),
        entry.State switch { EntityState.Added => "Added", EntityState.Deleted => "Removed", _ => "Changed" },
        entry.State == EntityState.Modified ? Changes(entry) : "{}");

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Word(entry.Property(p.Name).CurrentValue)));

    private static string Changes(EntityEntry entry) =>
        JsonSerializer.Serialize(entry.Properties.Where(p => p.IsModified).ToDictionary(
            p => p.Metadata.Name,
            p => p.Metadata.ClrType == typeof(string) || p.Metadata.ClrType == typeof(byte[]) ? [] : new[] { Word(p.OriginalValue), Word(p.CurrentValue) }));

    private static string? Word(object? value) => value switch
    {
        null => null,
        byte[] bytes => Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 16))),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain when value is not Enum && value.GetType().IsPrimitive => plain.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.GetType().GetProperty("Value")?.GetValue(value)?.ToString() ?? value.ToString(),
    };
}
