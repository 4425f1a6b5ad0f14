using Champions.Application.Abstractions;

namespace Champions.Application.Outbox.Planning;

/// <summary>Message-IDs end with the sender's own domain, as relays expect.</summary>
internal static class MessageIds
{
    extension(EmailSender sender)
    {
        public string MessageIdHost => sender.Address[(sender.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
    }
}
