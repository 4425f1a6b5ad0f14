using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Champions.TestSupport.Smtp;

namespace Champions.Infrastructure.Tests.Email;

/// <summary>What every SMTP transport must make of what a relay may do. The full build runs the same tests against MailKit.</summary>
public sealed class SmtpContractTests
{
    [Fact]
    public async Task An_email_that_the_relay_takes_is_accepted_and_came_whole()
    {
        await using var server = SmtpServer.Start();

        var reply = await SmtpTransports.For(server).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Accepted, reply.Reply);
        var email = server.Emails.Should().ContainSingle().Subject;
        email.From.Should().Be("champions@trust.example");
        email.To.Should().Be("tom.reid@trust.example");
        ShouldBeTheBooking(email.Content);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, "421 4.3.2 Closing for the night", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.Greeting, "554 5.3.2 No SMTP service here", DeliveryOutcome.Stopped)]
    [InlineData(SmtpStep.From, "421 4.7.0 Too many connections", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.From, "451 4.3.0 Try again", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.From, "530 5.7.0 Log in first", DeliveryOutcome.Stopped)]
    [InlineData(SmtpStep.From, "550 5.7.1 Sender not allowed", DeliveryOutcome.Stopped)]
    [InlineData(SmtpStep.To, "450 4.2.1 Mailbox busy", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.To, "452 4.2.2 Mailbox full", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.To, "550 5.1.1 No such user", DeliveryOutcome.Refused)]
    [InlineData(SmtpStep.To, "553 5.1.3 Not an address of ours", DeliveryOutcome.Refused)]
#if FULL_FEED
    // The framework's own client does not tell which command these answer
    [InlineData(SmtpStep.To, "554 5.7.1 Relay access denied", DeliveryOutcome.Refused)]
    [InlineData(SmtpStep.Data, "554 5.5.1 No valid recipients", DeliveryOutcome.Refused)]
#endif
    [InlineData(SmtpStep.End, "451 4.3.0 Disk full", DeliveryOutcome.TryLater)]
    [InlineData(SmtpStep.End, "554 5.6.0 Content refused", DeliveryOutcome.Refused)]
    public async Task Answers_are_judged_by_their_number_and_keep_the_relays_words(SmtpStep step, string answer, DeliveryOutcome outcome)
    {
        await using var server = SmtpServer.Start();
        server.On(step, SmtpAct.Answer(answer));

        var reply = await SmtpTransports.For(server).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(outcome, reply.Reply);
        reply.Reply.Should().Contain(answer[..3]).And.Contain(answer[10..]);
        server.Emails.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.Hello)]
    [InlineData(SmtpStep.From)]
    [InlineData(SmtpStep.To)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.End)]
    public async Task A_connection_that_is_cut_means_try_later_and_the_next_email_goes_through(SmtpStep step)
    {
        await using var server = SmtpServer.Start();
        server.On(step, SmtpAct.Cut);
        var transport = SmtpTransports.For(server);

        var cut = await transport.SendAsync(Emails.Booking(), CancellationToken.None);
        var next = await transport.SendAsync(Emails.Booking(), CancellationToken.None);

        cut.Outcome.Should().Be(DeliveryOutcome.TryLater, cut.Reply);
        next.Outcome.Should().Be(DeliveryOutcome.Accepted, next.Reply);
        server.Emails.Should().ContainSingle();
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.To)]
    [InlineData(SmtpStep.End)]
    public async Task A_relay_that_says_nothing_is_left_after_the_limit(SmtpStep step)
    {
        await using var server = SmtpServer.Start();
        server.On(step, SmtpAct.Hang);
        var transport = SmtpTransports.Of(SmtpTransports.Options(server) with
        {
            DialogTimeout = TimeSpan.FromSeconds(2),
            FinalReplyTimeout = TimeSpan.FromMilliseconds(500),
        });

        var reply = await transport.SendAsync(Emails.Booking(), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        reply.Outcome.Should().Be(DeliveryOutcome.TryLater, reply.Reply);
    }

    [Fact]
    public async Task A_request_to_stop_is_heeded_before_the_body_begins()
    {
        await using var server = SmtpServer.Start();
        server.On(SmtpStep.To, SmtpAct.Hang);
        using var stop = new CancellationTokenSource();

        var sending = SmtpTransports.For(server).SendAsync(Emails.Booking(), stop.Token);
        await Poll.UntilAsync(() => server.Commands.Any(c => c.StartsWith("RCPT", StringComparison.Ordinal)), "the relay is asked about the recipient");
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => sending.WaitAsync(TimeSpan.FromSeconds(10))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_request_to_stop_is_ignored_once_the_body_has_begun()
    {
        await using var server = SmtpServer.Start();
        server.On(SmtpStep.End, SmtpAct.Hang);
        using var stop = new CancellationTokenSource();
        var transport = SmtpTransports.Of(SmtpTransports.Options(server) with { FinalReplyTimeout = TimeSpan.FromSeconds(3) });

        var sending = transport.SendAsync(Emails.Booking(), stop.Token);
        await Poll.UntilAsync(() => server.Bodies == 1, "the relay has the whole body");
        await stop.CancelAsync();

        var reply = await sending.WaitAsync(TimeSpan.FromSeconds(20));
        reply.Outcome.Should().Be(DeliveryOutcome.TryLater);
        reply.Reply.Should().Contain("may have it");
    }

    [Fact]
    public async Task A_relay_that_does_not_listen_is_unreachable()
    {
        var server = SmtpServer.Start();
        var transport = SmtpTransports.For(server);
        await server.DisposeAsync();

        var reply = await transport.SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Unreachable, reply.Reply);
    }

    [Fact]
    public async Task A_relay_whose_name_is_unknown_is_unreachable()
    {
        var transport = SmtpTransports.Of(new SmtpOptions("relay.invalid", 25, SmtpSecurity.None, null, null));

        var reply = await transport.SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Unreachable, reply.Reply);
    }

    [Fact]
    public async Task A_log_in_opens_the_way()
    {
        await using var server = SmtpServer.Start(new SmtpServerOptions { Account = ("champions", "a long secret") });

        var reply = await SmtpTransports.For(server).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Accepted, reply.Reply);
        server.Emails.Should().ContainSingle().Which.User.Should().Be("champions");
    }

    [Fact]
    public async Task A_refused_log_in_stops_the_sender_and_tells_no_secret()
    {
        await using var server = SmtpServer.Start(new SmtpServerOptions { Account = ("champions", "a long secret") });
        var transport = SmtpTransports.Of(SmtpTransports.Options(server) with { Password = "a wrong secret" });

        var reply = await transport.SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Stopped, reply.Reply);
        reply.Reply.Should().NotContain("secret");
        server.Emails.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Tom\r\nBcc: everyone@trust.example", "Subject")]
    [InlineData("Tom", "Subject\r\nX-Odd: 1")]
    [InlineData("Tom\0", "Subject")]
    public async Task Nothing_in_a_header_may_start_another(string name, string subject)
    {
        await using var server = SmtpServer.Start();

        var reply = await SmtpTransports.For(server)
            .SendAsync(Emails.Booking() with { ToName = name, Subject = subject }, CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Refused);
        server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task An_encoded_word_hides_no_line_break()
    {
        await using var server = SmtpServer.Start();

        await SmtpTransports.For(server).SendAsync(
            Emails.Booking() with { Subject = "=?utf-8?Q?Hello=0D=0AX-Odd:_1?=", ToName = "=?utf-8?Q?Tom=0D=0AX-Odd:_1?=" }, CancellationToken.None);

        var email = MimePart.Read(server.Emails.Should().ContainSingle().Subject.Content);
        email.Header("X-Odd").Should().BeNull();
        email.Header("Message-ID").Should().NotBeNull();
    }

    [Theory]
    [InlineData("Hôpital – Zoë's café ☕ 🩺 and a subject that goes on for much longer than one line of a header may hold")]
    [InlineData("Plain words")]
    public async Task Subjects_and_names_in_any_language_arrive_as_they_were(string subject)
    {
        await using var server = SmtpServer.Start();

        await SmtpTransports.For(server).SendAsync(
            Emails.Booking() with { Subject = subject, ToName = "Siân O'Neill-Müller, \"Ward 4\"" }, CancellationToken.None);

        var content = server.Emails.Should().ContainSingle().Subject.Content;
        content.Should().OnlyContain(b => b < 128, "relays without 8BITMIME must be able to carry it");
        var email = EmailReader.Read("1", content);
        email.Subject.Should().Be(subject);
        email.To.Should().Contain("Siân O'Neill-Müller").And.EndWith("<tom.reid@trust.example>");
    }

    [Fact]
    public async Task An_email_without_a_calendar_has_no_attachment()
    {
        await using var server = SmtpServer.Start();

        await SmtpTransports.For(server).SendAsync(Emails.WithoutCalendar(), CancellationToken.None);

        MimePart.Read(server.Emails.Should().ContainSingle().Subject.Content).Leaves().Select(p => p.MediaType)
            .Should().Equal("text/plain", "text/html");
    }

    [Fact]
    public async Task Four_emails_at_once_all_arrive()
    {
        await using var server = SmtpServer.Start();
        var transport = SmtpTransports.For(server);

        var replies = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(n => transport.SendAsync(Emails.Booking($"0198c0de{n}@champions.example"), CancellationToken.None)));

        replies.Should().OnlyContain(r => r.Outcome == DeliveryOutcome.Accepted);
        server.Emails.Should().HaveCount(20);
    }

    private static void ShouldBeTheBooking(byte[] content)
    {
        var email = MimePart.Read(content);
        email.Header("Message-ID").Should().Be("<0198c0de000070008000000000000001@champions.example>");
        email.Header("Auto-Submitted").Should().Be("auto-generated");
        email.MediaType.Should().Be("multipart/mixed");
        email.Parts()[0].MediaType.Should().Be("multipart/alternative");
        email.Parts()[0].Parts().Select(p => p.MediaType).Should().Equal("text/plain", "text/html", "text/calendar");
        email.Parts()[0].Parts()[2].Parameter("Content-Type", "method").Should().Be("REQUEST");
        email.Parts()[0].Parts()[2].Text().Should().Be(Emails.Calendar);
        var file = email.Parts()[1];
        file.Header("Content-Disposition").Should().StartWith("attachment");
        (file.Parameter("Content-Type", "name") ?? file.Parameter("Content-Disposition", "filename")).Should().Be("invite.ics");
        file.Text().Should().Be(Emails.Calendar);
        email.Parts()[0].Parts()[0].Text().ReplaceLineEndings("\n").TrimEnd('\n').Should().Be(Emails.Booking().Text);
        email.Parts()[0].Parts()[1].Text().TrimEnd().Should().Be(Emails.Booking().Html);
    }
}
