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

    public static IEmailTransport Of(SmtpOptions options) =>
#if FULL_FEED
        new MailKitTransport(options, TimeProvider.System);
#else
        new SystemNetMailTransport(options);
#endif

    /// <summary>Lets clients of this process accept the one certificate for as long as it is held.</summary>
    public static IDisposable Trust(X509Certificate2 certificate) => new Trusted(certificate);

    private sealed class Trusted : IDisposable
    {
        public Trusted(X509Certificate2 certificate)
        {
            SetCheck((_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString());
        }

        public void Dispose() => SetCheck(check: null);

        private static void SetCheck(System.Net.Security.RemoteCertificateValidationCallback? check) =>
#if FULL_FEED
            MailKitConnection.CertificateCheck = check;
#else
#pragma warning disable SYSLIB0014, MA0039 // the only way to tell System.Net.Mail which one certificate a test uses
            ServicePointManager.ServerCertificateValidationCallback = check;
#pragma warning restore SYSLIB0014, MA0039
#endif
    }
}
