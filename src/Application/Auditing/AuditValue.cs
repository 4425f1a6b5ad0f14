using System.Text.Json;

namespace Champions.Application.Auditing;

/// <summary>One column of a change.</summary>
/// <param name="Column">Its name in the program.</param>
/// <param name="IsQuoted">False for text that people wrote: it is only known to have changed.</param>
/// <param name="Before">Null for none.</param>
/// <param name="After">Null for none.</param>
public sealed record AuditValue(string Column, bool IsQuoted, string? Before, string? After)
{
    /// <summary>Reads what <see cref="AuditEntry.Changes"/> holds; nothing when a hand in the database made it unreadable.</summary>
    public static IReadOnlyList<AuditValue> Read(string changes)
    {
        try
        {
            using var json = JsonDocument.Parse(changes);
            return json.RootElement.ValueKind == JsonValueKind.Object ? [.. json.RootElement.EnumerateObject().Select(Of)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static AuditValue Of(JsonProperty column)
    {
        var values = column.Value.ValueKind == JsonValueKind.Array ? column.Value.EnumerateArray().Select(v => v.ToString()).ToList() : [];
        return values.Count == 2
            ? new AuditValue(column.Name, IsQuoted: true, OrNull(values[0]), OrNull(values[1]))
            : new AuditValue(column.Name, IsQuoted: false, null, null);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
