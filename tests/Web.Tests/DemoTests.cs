using System.Net;
using Champions.TestSupport.Web;
using Champions.Web.Access;

namespace Champions.Web.Tests;

public sealed class DemoTests
{
    [Theory, EveryDatabase]
    public async Task Everybody_with_a_button_on_the_log_in_page_finds_something_to_do(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind, ("Demo:Enabled", "true"));

        var homes = new Dictionary<string, Page>();
        foreach (var persona in new DemoPersonas(enabled: true).All)
        {
            var page = await (await app.NewVisitor().OpenAsync("/sign-in")).PressAsync($"Log in as {persona.Words}");
            page.Status.Should().Be(HttpStatusCode.OK, persona.Email);
            page.Address.Should().Be("/home", persona.Email);
            homes[persona.Email] = page;
        }

        homes["coordinator@demo.example"].Text.Should().MatchRegex("3 wards have no digital champion .*follow-ups? (is|are) overdue .*not been logged 1 email could not be delivered");
        homes["champion@demo.example"].Text.Should().NotContain("No bookings for the rest of today").And.Contain("Bookings to log").And.Contain("Due today");
        homes["staff@demo.example"].Text.Should().Contain("My next booking").And.Contain("With Amara Osei");
        homes["helpdesk@demo.example"].Text.Should().Contain("Book help");
        homes["admin@demo.example"].Text.Should().Contain("Trusts");
        homes["coordinator@other.example"].Text.Should().Contain("1 ward has no digital champion");
        homes["champion@other.example"].Text.Should().Contain("Bookings to log").And.NotContain("Amara Osei");
    }

    [Theory]
    [InlineData("champion@other.example", "/home")]
    [InlineData("coordinator@third.example", "/sign-in/second-factor/set-up")]
    public async Task Everybody_in_the_demo_has_the_password_shown(string email, string leadsTo)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Demo:Enabled", "true"));

        var page = await (await app.NewVisitor().OpenAsync("/sign-in/password"))
            .PressAsync("Log in", ("Input.Email", email), ("Input.Password", DemoPersonas.Password));

        page.Address.Should().Be(leadsTo);
    }
}
