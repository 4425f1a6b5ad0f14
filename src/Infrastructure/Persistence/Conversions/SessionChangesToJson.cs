using System.Text.Json;
using System.Text.Json.Serialization;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Champions.Infrastructure.Persistence.Conversions;

/// <summary>The changes of one revision are read and written together, so they are one JSON text.</summary>
internal sealed class SessionChangesToJson() : ValueConverter<IReadOnlyList<SessionChange>, string>(
    changes => JsonSerializer.Serialize(changes, Options), json => JsonSerializer.Deserialize<List<SessionChange>>(json, Options) ?? new List<SessionChange>())
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Revisions are never changed: what counts is whether the same changes stand in them.</summary>
    public static ValueComparer<IReadOnlyList<SessionChange>> Comparer { get; } = new(
        (left, right) => left == right || (left != null && right != null && left.SequenceEqual(right)),
        changes => changes.Count,
        changes => changes);
}
