using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.TestSupport.Smtp;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Operators;

/// <summary>From the booking to the inbox: the whole program with its engine running, nothing in between replaced.</summary>
public sealed class EmailEndToEndTests
{
    [Theory, EveryDatabase]
    public async Task Both_people_get_the_email_with_its_calendar_file_at_a_real_SMTP_server(DatabaseKind kind)
    {
        await using var server = await MailDev.StartAsync();
        await using var app = await ChampionsApp.StartAsync(
            kind,
            ("Jobs:Enabled", "true"),
            ("Email:Transport", "Smtp"),
            ("Email:From", "Digital champions <champions@trust.example>"),
            ("Email:Smtp:Host", "127.0.0.1"),
            ("Email:Smtp:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Email:Smtp:Security", "None"));
        var trust = await SmallTrust.CreateAsync(app.Db);

        await BookAsync(app, trust);

        var emails = await server.EmailsAsync(2);
        emails.SelectMany(e => e.To).Select(a => a.Address).Should().BeEquivalentTo(trust.Colleague.Email, trust.ChampionPerson.Email);
        foreach (var email in emails)
        {
            email.From.Should().Equal(new MailDevAddress("champions@trust.example", "Digital champions"));
            email.Text.Should().Contain("Wednesday 25 November").And.Contain("2:15pm");
            email.Alternatives.Should().ContainSingle(p => p.ContentType == "text/calendar").Which.Content.Should().Contain("METHOD:REQUEST");
            email.Attachments.Should().ContainSingle(a => a.FileName == "invite.ics");
        }

        await Poll.UntilAsync(async () => (await app.Db.EmailsAsync()).Count(e => e.State == OutboxState.Sent) == 2, "both are marked as sent");
        (await app.Db.EmailsAsync()).Where(e => e.State == OutboxState.Sent).Select(e => e.MessageId).Should().BeEquivalentTo(emails.Select(e => e.MessageId));
        await Poll.UntilAsync(
            async () => (await app.Db.AllAsync<JobRun>()).Any(r => r.Job == "send-emails" && r.Detail is not null && r.Succeeded == true),
            "the run that sent them is in the history");
    }

    [Fact]
    public async Task In_the_demo_the_email_can_be_read_in_the_browser()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Jobs:Enabled", "true"));
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = app.NewVisitor();
        await visitor.OpenAsync("/dev/mail");

        await BookAsync(app, trust);

        await Poll.UntilAsync(async () => (await visitor.OpenAsync("/dev/mail")).TextOf("tbody tr").Count == 2, "both emails are on the page");
        var list = await visitor.OpenAsync("/dev/mail");
        var email = await visitor.OpenAsync(list.Find("tbody a").GetAttribute("href")!);
        email.Heading.Should().Contain("Wednesday 25 November");
        email.TextOf(".app-email-text--code").Should().ContainSingle().Which.Should().Contain("METHOD:REQUEST");
    }

    private static async Task BookAsync(ChampionsApp app, SmallTrust trust)
    {
        var slot = await trust.OfferAsync();
        var booked = await app.Run(services =>
        {
            services.GetRequiredService<CurrentActor>().Set(trust.AsStaff);
            return services.GetRequiredService<BookHelpSlotHandler>().HandleAsync(
                new BookHelpSlot(slot.Id, trust.System.Id, "Finding blood results", null, Guid.CreateVersion7(Given.Now)), trust.AsStaff, CancellationToken.None);
        });
        booked.IsSuccess.Should().BeTrue();
    }
}
