using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>The framework's form of an email, with the same parts in the same order as <see cref="MimeComposer"/> writes.</summary>
internal static class MailMessages
{
    /// <param name="email">Checked by <see cref="OutgoingEmailCheck"/>.</param>
    /// <param name="bodyBegins">Called when the client reads the first byte of a part, which it does after DATA.</param>
    public static MailMessage Of(OutgoingEmail email, Action bodyBegins)
    {
        var message = new MailMessage(
            new MailAddress(email.FromAddress, Plain(email.FromName), Encoding.UTF8),
            new MailAddress(email.ToAddress, Plain(email.ToName), Encoding.UTF8))
        {
            Subject = Plain(email.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{email.MessageId}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        message.AlternateViews.Add(View("text/plain", email.Text));
        message.AlternateViews.Add(View("text/html", email.Html));
        if (email.Calendar is { } calendar)
        {
            var type = $"text/calendar; method={email.CalendarMethod}";
            message.AlternateViews.Add(View(type, calendar));
            message.Attachments.Add(File(type, calendar));
        }

        return message;

        AlternateView View(string type, string text) =>
            new(Content(text), Type(type)) { TransferEncoding = TransferEncoding.QuotedPrintable };

        Attachment File(string type, string text)
        {
            var file = new Attachment(Content(text), Type(type)) { Name = MimeComposer.CalendarFileName, TransferEncoding = TransferEncoding.Base64 };
            // Readers look here first, and the framework leaves it out
            file.ContentDisposition!.FileName = MimeComposer.CalendarFileName;
            return file;
        }

        Stream Content(string text) => new WatchedContent(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), bodyBegins);
    }

    /// <summary>The framework decodes encoded words that it is given; nobody means any, and one could hide a line break.</summary>
    private static string Plain(string text) => text.Replace("=?", "= ?", StringComparison.Ordinal);

    private static ContentType Type(string type) => new(type) { CharSet = "utf-8" };

    /// <summary>Tells when it is read for the first time.</summary>
    private sealed class WatchedContent(byte[] content, Action read) : MemoryStream(content, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            read();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            read();
            return base.Read(buffer);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            read();
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read();
            return base.ReadAsync(buffer, cancellationToken);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            read();
            return base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }
}
