using System.Text.Json;
using System.Text.Json.Serialization;

namespace Champions.Application.Outbox.Emails;

/// <summary>How template data is kept in the row.</summary>
internal static class EmailData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T data) => JsonSerializer.Serialize(data, Options);

    /// <exception cref="JsonException">Something the template needs is missing.</exception>
    public static T Read<T>(this OutboxEmail email) =>
        JsonSerializer.Deserialize<T>(email.Data, Options) ?? throw new JsonException("The email has no data.");
}
