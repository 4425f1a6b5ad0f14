using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Champions.TestSupport.Smtp;

namespace Champions.Infrastructure.Tests.Email;

/// <summary>The transport of this build against an SMTP server and a reader of emails that are not ours.</summary>
public sealed class MailDevTests : IAsyncLifetime
{
    private MailDev server = null!;

    public async Task InitializeAsync() => server = await MailDev.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_booking_email_is_read_by_others_as_we_meant_it()
    {
        var transport = SmtpTransports.Of(new SmtpOptions("127.0.0.1", server.Port, SmtpSecurity.None, null, null));

        var reply = await transport.SendAsync(Emails.Booking() with { Subject = "Digital help – Zoë’s café", ToName = "Siân O'Neill" }, CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Accepted, reply.Reply);
        var email = (await server.EmailsAsync(1)).Should().ContainSingle().Subject;
        email.MessageId.Should().Be("0198c0de000070008000000000000001@champions.example");
        email.Subject.Should().Be("Digital help – Zoë’s café");
        email.From.Should().Equal(new MailDevAddress("champions@trust.example", "Digital champions"));
        email.To.Should().Equal(new MailDevAddress("tom.reid@trust.example", "Siân O'Neill"));
        email.Text.ReplaceLineEndings("\n").TrimEnd('\n').Should().Be(Emails.Booking().Text);
        email.Html.TrimEnd().Should().Be(Emails.Booking().Html);
        email.Alternatives!.Should().ContainSingle(p => p.ContentType == "text/calendar")
            .Which.Content.ReplaceLineEndings("\r\n").Should().Be(Emails.Calendar);
        var file = email.Attachments!.Should().ContainSingle(a => a.FileName == "invite.ics" && a.ContentType == "text/calendar").Subject;
        (await server.ContentAsync(email, file)).ReplaceLineEndings("\r\n").Should().Be(Emails.Calendar);
    }

    [Fact]
    public async Task Fifty_emails_arrive_once_each()
    {
        var transport = SmtpTransports.Of(new SmtpOptions("127.0.0.1", server.Port, SmtpSecurity.None, null, null));

        await Parallel.ForEachAsync(Enumerable.Range(1, 50), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
            (await transport.SendAsync(Emails.Booking($"{number}@champions.example"), ct)).Outcome.Should().Be(DeliveryOutcome.Accepted));

        (await server.EmailsAsync(50)).Select(e => e.MessageId)
            .Should().BeEquivalentTo(Enumerable.Range(1, 50).Select(n => $"{n}@champions.example"));
    }
}
