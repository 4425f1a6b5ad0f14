using System.Net;
using Champions.Application.Entering;
using Champions.Domain.Accounts;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

/// <summary>Where the door leads to, and whose session it gives.</summary>
public sealed class JourneySafetyTests
{
    public static TheoryData<string, string> ReturnAddresses => new()
    {
        { "/help?day=2026-11-25", "/help?day=2026-11-25" },
        { "/bookings", "/bookings" },
        { "//evil.example", "/home" },
        { "///evil.example", "/home" },
        { "/\\evil.example", "/home" },
        { "\\\\evil.example", "/home" },
        { "/%5Cevil.example", "/home" },
        { "/%2Fevil.example", "/home" },
        { "%2F%2Fevil.example", "/home" },
        { "https://evil.example/", "/home" },
        { "http:evil.example", "/home" },
        { "javascript:alert(1)", "/home" },
        { "/\t/evil.example", "/home" },
        { "/\r\nLocation: https://evil.example", "/home" },
        { "evil.example", "/home" },
        { "/\u00e9", "/home" },
        { "", "/home" },
    };

    [Theory, MemberData(nameof(ReturnAddresses))]
    public async Task Only_an_address_of_this_site_is_led_to(string asked, string led)
    {
        await using var door = await CodeDoor.OpenAsync();
        var from = $"/sign-in?returnUrl={Uri.EscapeDataString(asked)}";

        (await door.EnterAsync(door.App.NewVisitor(), door.Known, from)).Address.Should().Be(led, "by code");

        // As it would come from an email that somebody has tampered with
        await door.AskAsync(door.App.NewVisitor(), door.Known, from);
        var link = (await door.EmailAsync()).Link().Split('?')[0] + $"?returnUrl={Uri.EscapeDataString(asked)}";
        (await (await door.App.NewVisitor().OpenAsync(link)).PressAsync("Log in")).Address.Should().Be(led, "by link");
    }

    [Fact]
    public async Task A_return_address_in_the_form_counts_no_more_than_one_in_the_address()
    {
        await using var door = await CodeDoor.OpenAsync();
        var visitor = door.App.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in");

        await visitor.ForgeAsync(
            "/sign-in", ("__RequestVerificationToken", form.Token), ("Input.Email", door.Known), ("ReturnUrl", "//evil.example"));

        var page = await (await visitor.OpenAsync("/sign-in/code")).PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()));
        page.Address.Should().Be("/home");
        (await door.EmailAsync()).Link().Should().NotContain("evil");
    }

    [Fact]
    public async Task A_session_planted_before_never_becomes_the_persons()
    {
        await using var door = await CodeDoor.OpenAsync();
        var planted = await SessionAsync(door.App, door.Trust.AsHelpdesk);
        await door.AskAsync(door.App.NewVisitor(), door.Known);
        var link = (await door.EmailAsync()).Link();
        var victim = door.App.NewVisitor(planted);
        var attacker = door.App.NewVisitor(planted);
        (await victim.OpenAsync("/home")).Body.Should().Contain("Sam Patel", "the cookie is planted");

        var page = await (await victim.OpenAsync(link)).PressAsync("Log in");

        page.Body.Should().Contain("Tom Reid").And.NotContain("Sam Patel");
        var attackers = await attacker.OpenAsync("/home");
        attackers.Address.Should().StartWith("/sign-in", "the planted session ended with the log-in");
        attackers.Body.Should().NotContain("Tom Reid");
        (await door.App.Db.AllAsync<AccountSession>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_account_disabled_between_code_and_typing_stays_out()
    {
        await using var door = await CodeDoor.OpenAsync();
        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);
        await door.App.Db.ExecuteAsync("""UPDATE "Accounts" SET "IsDisabled" = 1""");

        page = await page.PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("This account cannot be used. Ask your coordinator.");
        (await door.App.Db.AllAsync<AccountSession>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_log_in_ends_the_session_that_the_browser_had_before_whoevers_it_was(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsChampion);
        var elsewhere = await SessionAsync(app, trust.AsStaff);
        var before = await SessionAsync(app, trust.AsStaff);
        var browser = app.NewVisitor(before);
        var copy = app.NewVisitor(before);
        (await copy.OpenAsync("/home")).Body.Should().Contain(trust.Colleague.Name);

        // The log-in page leads home whoever is in; its form may have been open since before
        var token = (await browser.OpenAsync("/home")).Token;
        var page = await browser.ForgeAsync(
            "/sign-in/password",
            ("__RequestVerificationToken", token), ("Input.Email", trust.ChampionPerson.Email), ("Input.Password", ChampionsApp.Password));

        page.Address.Should().Be("/home");
        page.Body.Should().Contain(trust.ChampionPerson.Name);
        (await copy.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "the session that the browser had has ended");
        var sessions = await app.Db.AllAsync<AccountSession>();
        sessions.Single(s => s.Id == before).EndedAt.Should().Be(app.Clock.Now);
        sessions.Where(s => s.Id != before).Should().HaveCount(2).And.OnlyContain(s => s.EndedAt == null, "others of that person go on");
        sessions.Should().Contain(s => s.Id == elsewhere);
    }

    private static async Task<AccountSessionId> SessionAsync(ChampionsApp app, Champions.Application.Abstractions.Actor actor)
    {
        var account = await app.AccountOfAsync(actor);
        var generation = (await app.Db.AllAsync<Account>()).Single(a => a.Id == account).SessionGeneration;
        return (await app.Run(services => services.GetRequiredService<StartSessionHandler>().HandleAsync(
            new StartSession(account, generation, new SessionStart(SignInMethod.Password, WithSecondFactor: false, IsOwnPhone: false, "A test", "10.0.0.9")), default))).Value;
    }
}
