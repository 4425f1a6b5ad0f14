using System.Globalization;
using System.Text.Json;
using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Champions.Infrastructure.Persistence;

/// <summary>Writes one audit row for each changed aggregate row, in the same save. Text is named, never quoted.</summary>
internal static class AuditTrail
{
    public static void Add(ChampionsDbContext context, StaffMemberId? by, DateTimeOffset now)
    {
        var actor = by is { Value: var id } && id != Guid.Empty ? by : null;
        var entries = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Entity is IAggregate or Booking or WardAssignment or Account)
            .Select(e => new AuditEntry(
                Guid.CreateVersion7(now),
                (e.Entity as ITrustOwned)?.TrustId,
                now,
                actor,
                e.Metadata.ClrType.Name,
                Key(e),
                e.State switch { EntityState.Added => "Added", EntityState.Deleted => "Removed", _ => "Changed" },
                e.State == EntityState.Modified ? Changes(e) : "{}"))
            .ToList();
        context.AuditEntries.AddRange(entries);
    }

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Word(entry.Property(p.Name).CurrentValue)));

    private static string Changes(EntityEntry entry) =>
        JsonSerializer.Serialize(entry.Properties.Where(p => p.IsModified).ToDictionary(
            p => p.Metadata.Name,
            p => p.Metadata.ClrType == typeof(string) ? [] : new[] { Word(p.OriginalValue), Word(p.CurrentValue) }));

    private static string? Word(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain when value is not Enum && value.GetType().IsPrimitive => plain.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.GetType().GetProperty("Value")?.GetValue(value)?.ToString() ?? value.ToString(),
    };
}
