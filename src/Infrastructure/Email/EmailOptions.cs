using System.Net.Mail;
using System.Net.Security;
using Champions.Application.Abstractions;
using Champions.Domain.Staff;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Email;

internal enum EmailTransportKind
{
    Folder,
    Smtp,
}

/// <summary>Configuration keys <c>Email:*</c>, checked.</summary>
internal sealed record EmailOptions(EmailTransportKind Transport, string Folder, EmailSender Sender, SmtpOptions Smtp)
{
    private const string DefaultSenderName = "Digital champions";

    /// <exception cref="StartRefusedException">A setting cannot be used; the message names it.</exception>
    public static EmailOptions From(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Email");
        var transport = section.Choice("Transport", EmailTransportKind.Folder);
        var folder = section["Folder"] is { Length: > 0 } named ? named : "data/mail";
        return new EmailOptions(
            transport,
            Path.GetFullPath(folder, Path.GetFullPath(contentRoot)),
            SenderOf(section["From"]),
            transport == EmailTransportKind.Smtp ? SmtpOptions.From(section.GetSection("Smtp")) : SmtpOptions.None);
    }

    /// <summary>A plain address, or a name and an address as in <c>Digital champions &lt;champions@trust.nhs.uk&gt;</c>.</summary>
    private static EmailSender SenderOf(string? typed)
    {
        var text = typed is { Length: > 0 } ? typed : "champions@localhost.example";
        return MailAddress.TryCreate(text, out var parsed) && EmailAddress.IsUsable(parsed.Address) && OutgoingEmailCheck.IsOneLine(text)
            ? new EmailSender(parsed.Address, parsed.DisplayName is { Length: > 0 } name ? name : DefaultSenderName)
            : throw new StartRefusedException($"Email:From is \"{text}\". Use an address, for example champions@trust.nhs.uk.");
    }
}

internal enum SmtpSecurity
{
    None,
    StartTls,
    Tls,
}

/// <summary>The relay: configuration keys <c>Email:Smtp:*</c>.</summary>
internal sealed record SmtpOptions(string Host, int Port, SmtpSecurity Security, string? User, string? Password)
{
    public static SmtpOptions None { get; } = new("", 0, SmtpSecurity.None, null, null);

    /// <summary>From the connection to the moment the email's body begins to go out.</summary>
    public TimeSpan DialogTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From there to the relay's final answer. RFC 5321 asks senders to wait that long.</summary>
    public TimeSpan FinalReplyTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Null: certificates that the operating system trusts. Only tests set another.</summary>
    public RemoteCertificateValidationCallback? CertificateCheck { get; init; }

    public static SmtpOptions From(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
        {
            throw new StartRefusedException("Email:Smtp:Host is missing. Email:Transport is Smtp, which needs the name of a relay.");
        }

        var user = section["User"] is { Length: > 0 } named ? named : null;
        var password = section["Password"] is { Length: > 0 } secret ? secret : null;
        if (user is null != password is null)
        {
            throw new StartRefusedException("Email:Smtp:User and Email:Smtp:Password go together. Set both or neither.");
        }

        return new SmtpOptions(host, section.Number("Port", 25, 1, 65535), section.Choice("Security", SmtpSecurity.StartTls), user, password);
    }
}
