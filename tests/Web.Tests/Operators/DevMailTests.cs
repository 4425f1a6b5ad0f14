using System.Net;
using Champions.Application.Abstractions;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Operators;

public sealed class DevMailTests
{
    private const string Html =
        "<!DOCTYPE html><html lang=\"en\"><head><title>Booked</title><style>p{color:#212b32}</style></head>" +
        "<body><p>Hello Zoë</p><script>alert(1)</script></body></html>";

    [Fact]
    public async Task Anybody_reads_the_emails_of_the_demo_newest_first()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await SendAsync(app, "1@champions.example", "Digital help booked for Tuesday 1 December, 2:15pm");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(app, "2@champions.example", "Digital help tomorrow – Zoë’s café");

        var list = await app.NewVisitor().OpenAsync("/dev/mail");

        list.TextOf("tbody a").Should().Equal("Digital help tomorrow – Zoë’s café", "Digital help booked for Tuesday 1 December, 2:15pm");
        var email = await list.FollowAsync("Digital help tomorrow – Zoë’s café");
        email.Heading.Should().Be("Digital help tomorrow – Zoë’s café");
        email.Text.Should().Contain("Tom Reid <tom.reid@trust.example>").And.Contain("10:05am");
        email.TextOf(".app-email-text")[0].Should().Be("Hello Tom. See http://localhost/bookings/1 & be well");
        email.Find(".app-email-text a").GetAttribute("href").Should().Be("http://localhost/bookings/1");
        email.TextOf(".app-email-text--code")[0].Should().StartWith("BEGIN:VCALENDAR");
    }

    [Fact]
    public async Task The_HTML_part_stands_in_a_sandbox_that_runs_nothing_and_fetches_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await SendAsync(app, "1@champions.example", "Booked");
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/dev/mail/1@champions.example");
        var frame = page.Find("iframe");

        frame.GetAttribute("sandbox").Should().Be("allow-popups allow-popups-to-escape-sandbox");
        page.Document.QuerySelectorAll("main script, main style").Should().BeEmpty();
        using var html = await visitor.Client.GetAsync(frame.GetAttribute("src"));
        html.StatusCode.Should().Be(HttpStatusCode.OK);
        var policy = string.Join(' ', html.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'self'").And.Contain("sandbox").And.NotContain("allow-scripts");
        (await html.Content.ReadAsStringAsync()).Should().Contain("Hello Zoë");
    }

    [Fact]
    public async Task The_calendar_part_is_a_file_that_calendars_open()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await SendAsync(app, "1@champions.example", "Booked");

        var file = await (await app.NewVisitor().OpenAsync("/dev/mail/1@champions.example")).FollowAsync("Download invite.ics");

        file.MediaType.Should().Be("text/calendar");
        file.Body.Should().StartWith("BEGIN:VCALENDAR\r\n");
    }

    [Theory]
    [InlineData("/dev/mail/nobody@champions.example")]
    [InlineData("/dev/mail/..%2F..%2Fappsettings.json")]
    [InlineData("/dev/mail/nobody@champions.example?handler=Html")]
    [InlineData("/dev/mail/nobody@champions.example?handler=Calendar")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await SendAsync(app, "1@champions.example", "Booked");

        (await app.NewVisitor().OpenAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/1@champions.example")]
    [InlineData("/dev/mail/1@champions.example?handler=Html")]
    [InlineData("/dev/mail/1@champions.example?handler=Calendar")]
    public async Task Outside_Development_there_is_no_such_page(string address)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("environment", "Staging"));
        await SendAsync(app, "1@champions.example", "Booked");

        (await app.NewVisitor().OpenAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Long_lists_have_pages_and_a_page_beyond_the_end_is_the_first()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        for (var number = 1; number <= 21; number++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await SendAsync(app, $"{number}@champions.example", $"Email {number}");
        }

        var visitor = app.NewVisitor();

        (await visitor.OpenAsync("/dev/mail?p=2")).TextOf("tbody a").Should().Equal("Email 1");
        (await visitor.OpenAsync("/dev/mail?p=9")).Address.Should().Be("/dev/mail");
        (await visitor.OpenAsync("/dev/mail?p=0")).Address.Should().Be("/dev/mail");
    }

    [Fact]
    public async Task Without_emails_the_page_says_how_to_get_one()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        (await app.NewVisitor().OpenAsync("/dev/mail")).Text.Should().Contain("There are no emails yet.").And.Contain("Book a time");
    }

    private static Task<DeliveryReply> SendAsync(ChampionsApp app, string id, string subject) =>
        app.Services.GetRequiredService<IEmailTransport>().SendAsync(
            new OutgoingEmail(
                id, "champions@trust.example", "Digital champions", "tom.reid@trust.example", "Tom Reid", subject,
                "Hello Tom. See http://localhost/bookings/1 & be well", Html, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "REQUEST"),
            CancellationToken.None);
}
