using System.Collections.Concurrent;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>
/// Writes each email as one file instead of sending it. A file appears whole or not at all, and an email that is sent again
/// (same Message-ID) takes the place of its first copy.
/// </summary>
internal sealed class FolderTransport(string folder, TimeProvider clock) : IEmailTransport
{
    private readonly Lazy<ConcurrentDictionary<string, string>> names = new(() => Known(folder));

    public string Name => "Folder";

    public async Task<DeliveryReply> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        if (OutgoingEmailCheck.Refusal(email) is { } refusal)
        {
            return refusal;
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var now = clock.GetUtcNow();
            var name = names.Value.GetOrAdd(MailFiles.KeyOf(email.MessageId), key => MailFiles.NameOf(key, now));
            await WriteAsync(Path.Combine(folder, name), MimeComposer.Compose(email, now));
            return new DeliveryReply(DeliveryOutcome.Accepted, $"Written to {name}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new DeliveryReply(DeliveryOutcome.Unreachable, "The mail folder cannot be written to.");
        }
    }

    private static async Task WriteAsync(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + MailFiles.Unfinished;
        // From here on the email is "on its way", so a request to stop no longer counts
        await File.WriteAllBytesAsync(unfinished, content, CancellationToken.None);
        File.Move(unfinished, file, overwrite: true);
    }

    private static ConcurrentDictionary<string, string> Known(string folder)
    {
        var known = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in MailFiles.In(folder))
        {
            known.TryAdd(MailFiles.KeyIn(name), name);
        }

        return known;
    }
}
