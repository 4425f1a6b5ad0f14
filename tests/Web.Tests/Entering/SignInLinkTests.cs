using System.Net;
using Champions.Domain.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.Web.Tests.Entering;

/// <summary>The link in the email: opened by anybody any number of times, used once by pressing its button.</summary>
public sealed class SignInLinkTests
{
    [Theory, EveryDatabase]
    public async Task A_scanner_opens_the_link_ten_times_and_the_person_still_gets_in_on_any_device(DatabaseKind kind)
    {
        await using var door = await CodeDoor.OpenAsync(kind);
        await door.AskAsync(door.App.NewVisitor(), door.Known);
        var link = (await door.EmailAsync()).Link();
        var before = await Snapshot.TakeAsync(door.App.Db);
        var scanner = door.App.NewVisitor();
        for (var opened = 0; opened < 10; opened++)
        {
            (await scanner.OpenAsync(link)).Status.Should().Be(HttpStatusCode.OK);
        }

        (await Snapshot.TakeAsync(door.App.Db)).ChangedSince(before).Should().BeEmpty();
        var page = await door.App.NewVisitor().OpenAsync(link);
        page.Heading.Should().Be("Log in to Champions");
        page.Text.Should().Contain(door.Known);
        (await page.PressAsync("Log in")).Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task A_link_pressed_twice_says_what_to_do(DatabaseKind kind)
    {
        await using var door = await CodeDoor.OpenAsync(kind);
        await door.AskAsync(door.App.NewVisitor(), door.Known);
        var link = (await door.EmailAsync()).Link();
        var second = await door.App.NewVisitor().OpenAsync(link);
        await (await door.App.NewVisitor().OpenAsync(link)).PressAsync("Log in");

        var page = await second.PressAsync("Log in");

        (page.Status, page.Heading).Should().Be((HttpStatusCode.Gone, "This link no longer works"));
        page.Text.Should().Contain("Ask for a new one");
        (await door.App.NewVisitor().OpenAsync(link)).Status.Should().Be(HttpStatusCode.Gone);
        (await door.App.Db.AllAsync<AccountSession>()).Should().ContainSingle();
    }

    [Fact]
    public async Task An_expired_link_and_one_that_never_was_look_the_same()
    {
        await using var door = await CodeDoor.OpenAsync();
        await door.AskAsync(door.App.NewVisitor(), door.Known);
        var link = (await door.EmailAsync()).Link();
        door.App.Clock.Advance(OneTimeCode.CodeLife);

        var expired = await door.App.NewVisitor().OpenAsync(link);

        expired.Status.Should().Be(HttpStatusCode.Gone);
        foreach (var token in (string[])[new('A', 43), new('A', 44), new('A', 900), "a", "%25", "!!", "%F0%28..%2Fx", "AA%20AA", link.Split('/')[^1] + "=", link.Split('/')[^1][..^1]])
        {
            var unknown = await door.App.NewVisitor().OpenAsync($"/sign-in/link/{token}");
            (unknown.Status, unknown.Text).Should().Be((HttpStatusCode.Gone, expired.Text), $"of {token}");
        }
    }

    [Fact]
    public async Task A_link_leads_somebody_new_to_the_questions()
    {
        await using var door = await CodeDoor.OpenAsync();
        await door.AskAsync(door.App.NewVisitor(), CodeDoor.Newcomer, "/sign-in?returnUrl=%2Fhelp");
        var elsewhere = door.App.NewVisitor();

        var page = await (await elsewhere.OpenAsync((await door.EmailAsync()).Link())).PressAsync("Log in");
        page.Heading.Should().Be("Welcome to Champions");
        page = await page.PressAsync("Start using Champions", ("Input.Name", "Nia Evans"), ("Input.Group", "Students"), ("Input.Ward", "none"));

        page.Address.Should().Be("/help", "the link carries where the person wanted to go");
    }

    [Fact]
    public async Task The_address_of_the_page_is_told_to_no_other_page_and_kept_by_no_browser()
    {
        await using var door = await CodeDoor.OpenAsync();
        await door.AskAsync(door.App.NewVisitor(), door.Known);

        using var answer = await door.App.NewVisitor().Client.GetAsync((await door.EmailAsync()).Link());

        answer.Headers.GetValues("Referrer-Policy").Should().Equal("strict-origin");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Neither_code_nor_link_nor_address_reaches_the_log()
    {
        await using var door = await CodeDoor.OpenAsync();
        using var log = CollectedLog.Of(door.App);
        door.App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Champions.Tests").Log(LogLevel.Information, "this is collected");
        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);
        var email = await door.EmailAsync();
        await page.PressAsync("Log in", ("Input.Code", email.Code() == "000000" ? "000001" : "000000"));
        await (await door.App.NewVisitor().OpenAsync(email.Link())).PressAsync("Log in");
        await door.App.NewVisitor().OpenAsync(email.Link());

        log.Text.Should().Contain("this is collected").And.NotContain(email.Token()).And.NotContain(email.Code()).And.NotContain(door.Known);
    }
}
