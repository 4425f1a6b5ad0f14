using System.Globalization;

namespace Champions.Infrastructure.Email;

/// <summary>
/// Names of email files: time of sending, then the Message-ID, as in <c>20261124T100000.123Z_0198…@trust.example.eml</c>, so
/// that the newest sorts last.
/// </summary>
internal static class MailFiles
{
    public const string Unfinished = ".part";
    private const string Ending = ".eml";

    public static string NameOf(string key, DateTimeOffset sentAt) =>
        sentAt.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture) + "_" + key + Ending;

    /// <summary>What stands for a Message-ID in a name: it holds no character that a file system or an address minds.</summary>
    public static string KeyOf(string messageId)
    {
        var key = string.Concat(messageId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' ? c : '-'));
        return key.Length <= 180 ? key : key[..180];
    }

    public static string KeyIn(string name) => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..^Ending.Length];

    /// <summary>Names of all emails in the folder, in no order.</summary>
    public static IEnumerable<string> In(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Ending).Select(file => Path.GetFileName(file)).Where(name => name.Contains('_', StringComparison.Ordinal))
        : [];
}
