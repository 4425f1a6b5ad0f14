using System.Globalization;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>Reads emails of the kind this product sends. Not a reader for what strangers send.</summary>
internal static class EmailReader
{
    public static StoredEmail Read(string id, byte[] content)
    {
        var email = MimePart.Read(content);
        var parts = email.Leaves().ToList();
        return new StoredEmail(
            id,
            DateTimeOffset.TryParse(email.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : default,
            MimeWords.Decode(email.Header("From") ?? ""),
            MimeWords.Decode(email.Header("To") ?? ""),
            MimeWords.Decode(email.Header("Subject") ?? ""),
            TextOf("text/plain") ?? "",
            TextOf("text/html"),
            TextOf("text/calendar"));

        string? TextOf(string type) => parts.Find(part => part.MediaType == type)?.Text();
    }
}
