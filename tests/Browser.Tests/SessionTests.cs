using Champions.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Champions.Browser.Tests;

/// <summary>The end of a session in a real browser: the warning, staying, and what was typed.</summary>
[Collection(InTheBrowser.Name)]
public sealed class SessionTests(RealBrowser browser)
{
    private const string Note = "Showed two new starters the drug round";

    [Fact]
    public async Task Five_minutes_before_the_end_the_page_warns_and_one_press_stays_logged_in()
    {
        await using var champion = await browser.OpenAsync();
        await champion.Page.Clock.InstallAsync();
        await champion.LogInAsync("a champion");
        await champion.OpenAsync("/sessions/log");
        var notice = champion.Page.Locator("#app-session");
        (await notice.InnerTextAsync()).Should().BeEmpty();

        await champion.Page.Clock.FastForwardAsync("25:30");
        await Assertions.Expect(notice).ToContainTextAsync("Champions logs you out in less than 5 minutes because you have not used it for a while.");
        (await notice.GetAttributeAsync("role")).Should().Be("status", "it is read out without taking the focus");
        foreach (var width in (int[])[Widths.Desk, Widths.Narrow])
        {
            await champion.Page.SetViewportSizeAsync(width, 900);
            (await PageCheck.ProblemsAsync(champion)).Should().BeEmpty($"at {width} px");
        }

        await champion.Page.Clock.FastForwardAsync("03:40");
        await Assertions.Expect(notice).ToContainTextAsync("in less than 1 minute");
        await new Keyboard(champion.Page).ReachAsync(champion.Button("Stay logged in"));
        await champion.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(notice).ToBeEmptyAsync();
        await champion.Page.Clock.FastForwardAsync("24:00");
        await Assertions.Expect(notice).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_was_typed_before_the_session_ended_is_back_after_logging_in_again()
    {
        await using var ward = await browser.OpenAsync();
        await ward.LogInAsync("a champion");
        await ward.OpenAsync("/sessions/log");
        await ward.Page.FillAsync("[name='Input.Note']", Note);
        await ward.Page.CheckAsync("[name='Input.Outcome'][value='NeedsFollowUp']");
        await LogOutElsewhereAsync("a champion");

        await ward.Button("Save session").ClickAsync();
        await ward.Page.WaitForURLAsync("**/sign-in?returnUrl=%2Fsessions%2Flog");
        (await ward.TextAsync()).Should().Contain("You are logged out").And.Contain("What you sent was not saved.");
        await ward.Button("Log in as a champion").ClickAsync();
        await ward.Page.WaitForURLAsync("**/sessions/log");

        (await ward.TextAsync()).Should().Contain("What you entered before you were logged out is back in the form.");
        (await ward.Page.InputValueAsync("[name='Input.Note']")).Should().Be(Note);
        (await ward.Page.IsCheckedAsync("[name='Input.Outcome'][value='NeedsFollowUp']")).Should().BeTrue();
        (await ward.Page.Locator("[name='Input.FollowUpWhat']").IsVisibleAsync()).Should().BeTrue("what the answer reveals is open");
        (await PageCheck.ProblemsAsync(ward)).Should().BeEmpty();

        await ward.Page.CheckAsync("[name='Input.Length'][value='15']");
        await ward.Page.CheckAsync("[name='Input.Outcome'][value='Resolved']");
        await ward.Button("Save session").ClickAsync();
        await ward.Page.WaitForURLAsync("**/saved");
        (await DraftsAsync(ward)).Should().Be(0, "it is saved, so nothing is kept");
        await ward.OpenAsync("/sessions/log");
        (await ward.Page.InputValueAsync("[name='Input.Note']")).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_else_gets_what_was_typed_and_logging_out_forgets_it()
    {
        await using var ward = await browser.OpenAsync();
        await ward.LogInAsync("a champion");
        await ward.OpenAsync("/sessions/log");
        await ward.Page.FillAsync("[name='Input.Note']", Note);
        await LogOutElsewhereAsync("a champion");
        await ward.Button("Save session").ClickAsync();
        await ward.Page.WaitForURLAsync("**/sign-in?returnUrl=*");
        (await DraftsAsync(ward)).Should().Be(1);

        await ward.Button("Log in as the coordinator").ClickAsync();
        await ward.Page.WaitForURLAsync("**/sessions/log");
        (await ward.Page.InputValueAsync("[name='Input.Note']")).Should().BeEmpty();
        (await DraftsAsync(ward)).Should().Be(0, "it is another person");

        await ward.Page.FillAsync("[name='Input.Note']", Note);
        (await DraftsAsync(ward)).Should().Be(1);
        await ward.Button("Log out").ClickAsync();
        await ward.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        (await DraftsAsync(ward)).Should().Be(0);
    }

    [Fact]
    public async Task A_page_left_open_to_the_end_asks_the_server_and_keeps_what_was_typed()
    {
        await using var ward = await browser.OpenAsync();
        await ward.Page.Clock.InstallAsync();
        await ward.LogInAsync("a champion");
        await ward.OpenAsync("/sessions/log");
        await ward.Page.FillAsync("[name='Input.Note']", Note);
        await LogOutElsewhereAsync("a champion");

        await ward.Page.Clock.FastForwardAsync("31:00");

        await ward.Page.WaitForURLAsync("**/sign-in?returnUrl=%2Fsessions%2Flog");
        await ward.Button("Log in as a champion").ClickAsync();
        await ward.Page.WaitForURLAsync("**/sessions/log");
        (await ward.Page.InputValueAsync("[name='Input.Note']")).Should().Be(Note);
    }

    private static Task<int> DraftsAsync(Person person) => person.Page.EvaluateAsync<int>("() => sessionStorage.length");

    /// <summary>The same person ends all their other sessions from another device.</summary>
    private async Task LogOutElsewhereAsync(string words)
    {
        await using var elsewhere = await browser.OpenAsync();
        await elsewhere.LogInAsync(words);
        await elsewhere.OpenAsync("/account/devices");
        (await PageCheck.ProblemsAsync(elsewhere)).Should().BeEmpty();
        await elsewhere.Button("Log out on all other devices").ClickAsync();
        await elsewhere.Page.WaitForSelectorAsync("text=logged out.");
    }
}
