using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Champions.TestSupport.Smtp;

namespace Champions.Infrastructure.Tests.Email;

/// <summary>The check of certificates is the process's own, so these run one after the other.</summary>
public sealed class SmtpEncryptionTests : IDisposable
{
    public void Dispose() => SmtpTransports.TrustNobody();

    [Fact]
    public async Task STARTTLS_carries_the_email_when_the_certificate_is_trusted()
    {
        using var certificate = TestCertificate.Create();
        await using var server = SmtpServer.Start(new SmtpServerOptions { Certificate = certificate, Account = ("champions", "a long secret") });

        var options = SmtpTransports.Trusting(SmtpTransports.Options(server, SmtpSecurity.StartTls), certificate);
        var reply = await SmtpTransports.Of(options).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Accepted, reply.Reply);
        var email = server.Emails.Should().ContainSingle().Subject;
        email.Encrypted.Should().BeTrue();
        email.User.Should().Be("champions");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_stops_the_sender()
    {
        using var certificate = TestCertificate.Create();
        await using var server = SmtpServer.Start(new SmtpServerOptions { Certificate = certificate });

        var reply = await SmtpTransports.Of(SmtpTransports.Options(server, SmtpSecurity.StartTls)).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Stopped, reply.Reply);
        server.Emails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_relay_without_STARTTLS_gets_no_email_when_it_is_asked_for()
    {
        await using var server = SmtpServer.Start();

        var reply = await SmtpTransports.Of(SmtpTransports.Options(server, SmtpSecurity.StartTls)).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Stopped, reply.Reply);
        server.Commands.Should().NotContain(c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

#if FULL_FEED
    [Fact]
    public async Task TLS_from_the_first_byte_carries_the_email()
    {
        using var certificate = TestCertificate.Create();
        await using var server = SmtpServer.Start(new SmtpServerOptions { Certificate = certificate, ImplicitTls = true });

        var options = SmtpTransports.Trusting(SmtpTransports.Options(server, SmtpSecurity.Tls), certificate);
        var reply = await SmtpTransports.Of(options).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Accepted, reply.Reply);
        server.Emails.Should().ContainSingle().Which.Encrypted.Should().BeTrue();
    }
#endif
}
