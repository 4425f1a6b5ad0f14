using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Champions.Infrastructure.Persistence;

/// <summary>The values of a change, before and after. Only what the program itself chooses is quoted: never text, never a secret.</summary>
internal static class AuditValues
{
    /// <summary>Says nothing that the row does not say already.</summary>
    private static readonly HashSet<string> LeftOutOfNew =
        [nameof(IAggregate.Version), nameof(ITrustOwned.TrustId), "RequestKey"];

    /// <summary>
    /// JSON of column to [before, after]: of a changed row the columns that changed, of a new or removed one those that hold something.
    /// A column of text is named without values.
    /// </summary>
    public static string Of(EntityEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var property in entry.Metadata.GetProperties())
            {
                if (entry.State == EntityState.Modified)
                {
                    WriteChanged(json, entry.Property(property));
                }
                else
                {
                    WriteWhole(json, entry, property);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Part of a key. Text that came from outside, and bytes, are told apart by their hash only.</summary>
    public static string Key(object? value) => value switch
    {
        string text => Short(Encoding.UTF8.GetBytes(text)),
        byte[] bytes => Short(bytes),
        _ => Word(value) ?? "",
    };

    private static void WriteChanged(Utf8JsonWriter json, PropertyEntry property)
    {
        if (!property.IsModified)
        {
            return;
        }

        json.WriteStartArray(property.Metadata.Name);
        if (IsQuoted(property.Metadata.ClrType))
        {
            json.WriteStringValue(Word(property.OriginalValue));
            json.WriteStringValue(Word(property.CurrentValue));
        }

        json.WriteEndArray();
    }

    private static void WriteWhole(Utf8JsonWriter json, EntityEntry entry, IProperty property)
    {
        if (property.IsPrimaryKey() || !IsQuoted(property.ClrType) || LeftOutOfNew.Contains(property.Name))
        {
            return;
        }

        var value = entry.Property(property).CurrentValue;
        if (value is null or false or 0 or 0L)
        {
            return;
        }

        json.WriteStartArray(property.Name);
        json.WriteStringValue(entry.State == EntityState.Deleted ? Word(value) : null);
        json.WriteStringValue(entry.State == EntityState.Deleted ? null : Word(value));
        json.WriteEndArray();
    }

    /// <summary>Numbers, yes and no, choices, days, instants and ids. Whatever else there is may hold what people wrote.</summary>
    private static bool IsQuoted(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain.IsAssignableTo(typeof(IId))
            || plain == typeof(Guid) || plain == typeof(decimal) || plain == typeof(DateOnly) || plain == typeof(TimeOnly)
            || plain == typeof(TimeSpan) || plain == typeof(DateTimeOffset);
    }

    private static string? Word(object? value) => value switch
    {
        null => null,
        IId id => id.Value.ToString(),
        Enum choice => choice.ToString(),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Short(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
