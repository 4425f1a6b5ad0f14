using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>
/// Writes an email as RFC 5322 and MIME text in ASCII: plain, HTML and calendar part as alternatives, and the same calendar text
/// once more as the file <c>invite.ics</c> for readers that do not know calendar parts.
/// </summary>
internal static class MimeComposer
{
    public const string CalendarFileName = "invite.ics";

    /// <param name="email">Checked by <see cref="OutgoingEmailCheck"/>.</param>
    /// <param name="now">Time of sending.</param>
    public static byte[] Compose(OutgoingEmail email, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Header("Date", now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        text.Header("From", MimeText.Mailbox(email.FromName, email.FromAddress));
        text.Header("To", MimeText.Mailbox(email.ToName, email.ToAddress));
        text.Header("Subject", MimeText.Words(email.Subject));
        text.Header("Message-ID", $"<{email.MessageId}>");
        // Keeps holiday replies away from the service's mailbox
        text.Header("Auto-Submitted", "auto-generated");
        text.Header("MIME-Version", "1.0");

        if (email.Calendar is null)
        {
            Alternatives(text, email);
        }
        else
        {
            var boundary = Boundary("all", email);
            text.Header("Content-Type", $"multipart/mixed; boundary=\"{boundary}\"").Line();
            text.Line("--" + boundary);
            Alternatives(text, email);
            text.Line().Line("--" + boundary);
            Part(text, $"text/calendar; charset=utf-8; method={email.CalendarMethod}; name=\"{CalendarFileName}\"", email.Calendar, asFile: true);
            text.Line($"--{boundary}--");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Alternatives(StringBuilder text, OutgoingEmail email)
    {
        var boundary = Boundary("body", email);
        text.Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"").Line();
        text.Line("--" + boundary);
        Part(text, "text/plain; charset=utf-8", email.Text);
        text.Line("--" + boundary);
        Part(text, "text/html; charset=utf-8", email.Html);
        if (email.Calendar is { } calendar)
        {
            text.Line("--" + boundary);
            Part(text, $"text/calendar; charset=utf-8; method={email.CalendarMethod}", calendar);
        }

        text.Line($"--{boundary}--");
    }

    private static void Part(StringBuilder text, string type, string content, bool asFile = false)
    {
        text.Header("Content-Type", type);
        if (asFile)
        {
            text.Header("Content-Disposition", $"attachment; filename=\"{CalendarFileName}\"");
            text.Header("Content-Transfer-Encoding", "base64").Line();
            text.Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks));
        }
        else
        {
            text.Header("Content-Transfer-Encoding", "quoted-printable").Line();
            text.Line(MimeText.QuotedPrintable(content));
        }
    }

    /// <summary>The same email gets the same boundaries. An underscore after an equals sign never occurs in encoded text.</summary>
    private static string Boundary(string level, OutgoingEmail email) =>
        "=_" + level + "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.MessageId)))[..16];

    private static StringBuilder Header(this StringBuilder text, string name, string value) => text.Line($"{name}: {value}");

    private static StringBuilder Line(this StringBuilder text, string line = "") => text.Append(line).Append("\r\n");
}
