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
    public static T Read<T>(this OutboxEmail email) => Parse<T>(email.Data);

    /// <summary>The same for what was sealed.</summary>
    /// <exception cref="JsonException">Something the template needs is missing, or was wiped.</exception>
    public static T Read<T>(this OutboxEmail email, IEmailSecrets secrets) =>
        Parse<T>(email.IsSealed ? secrets.Open(email.Data[OutboxEmail.SealMark.Length..]) : email.Data);

    public static string WriteSealed<T>(T data, IEmailSecrets secrets) => OutboxEmail.SealMark + secrets.Seal(Write(data));

    private static T Parse<T>(string data) => JsonSerializer.Deserialize<T>(data, Options) ?? throw new JsonException("The email has no data.");
}
