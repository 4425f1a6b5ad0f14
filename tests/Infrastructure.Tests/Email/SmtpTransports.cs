using System.Net;
using System.Security.Cryptography.X509Certificates;
using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Champions.TestSupport.Smtp;

namespace Champions.Infrastructure.Tests.Email;

/// <summary>The SMTP transport of this build, so that one suite judges either.</summary>
internal static class SmtpTransports
{
    public static SmtpOptions Options(SmtpServer server, SmtpSecurity security = SmtpSecurity.None) =>
        new(SmtpServer.Host, server.Port, security, server.Options.Account?.User, server.Options.Account?.Password)
        {
            DialogTimeout = TimeSpan.FromSeconds(20),
            FinalReplyTimeout = TimeSpan.FromSeconds(20),
        };

    public static IEmailTransport For(SmtpServer server) => Of(Options(server));

#pragma warning disable MA0039, SYSLIB0014 // one certificate of the test is accepted, by its hash; System.Net.Mail hears of it for the whole process
#if FULL_FEED
    public static IEmailTransport Of(SmtpOptions options) => new MailKitTransport(options, TimeProvider.System);

    public static SmtpOptions Trusting(SmtpOptions options, X509Certificate2 certificate) => options with
    {
        CertificateCheck = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(),
    };

    public static void TrustNobody()
    {
        // Each connection has its own check
    }
#else
    public static IEmailTransport Of(SmtpOptions options) => new SystemNetMailTransport(options);

    public static SmtpOptions Trusting(SmtpOptions options, X509Certificate2 certificate)
    {
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        return options;
    }

    public static void TrustNobody() => ServicePointManager.ServerCertificateValidationCallback = null;
#endif
#pragma warning restore MA0039, SYSLIB0014
}
