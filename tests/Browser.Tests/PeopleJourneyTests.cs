using System.Text.RegularExpressions;
using Champions.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Champions.Browser.Tests;

/// <summary>A coordinator brings somebody in, and what they are given counts.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PeopleJourneyTests(RealBrowser browser)
{
    [Fact]
    public async Task A_coordinator_invites_a_colleague_makes_them_a_champion_and_they_get_an_email()
    {
        await using var coordinator = await browser.OpenAsync(Widths.Phone);
        await coordinator.LogInAsync("the coordinator");
        await coordinator.OpenAsync("/admin/people");
        await coordinator.Button("Invite somebody").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/invite");
        await coordinator.Button("Invite").ClickAsync();
        await coordinator.Page.WaitForSelectorAsync(".nhsuk-error-summary");
        (await PageCheck.ProblemsAsync(coordinator, 400)).Should().BeEmpty();

        await coordinator.Page.FillAsync("[name='Input.Name']", "Priya Shah");
        await coordinator.Page.FillAsync("[name='Input.Email']", "priya.shah@demo.example");
        await coordinator.Page.SelectOptionAsync("[name='Input.StaffGroup']", "AlliedHealthProfessionals");
        await coordinator.Page.CheckAsync("[name='Input.Also'][value='Helpdesk']");
        await coordinator.Button("Invite").ClickAsync();
        await coordinator.Page.WaitForURLAsync(new Regex("/admin/people/[0-9a-f-]{36}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        (await coordinator.HeadingAsync()).Should().Be("Priya Shah");
        (await coordinator.TextAsync()).Should().Contain("Priya Shah is invited.").And.Contain("IT helpdesk");
        (await PageCheck.ProblemsAsync(coordinator)).Should().BeEmpty();

        await coordinator.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Change champion" }).ClickAsync();
        await coordinator.Page.Locator("[name='Systems']").First.CheckAsync();
        await coordinator.Button("Make a champion").ClickAsync();
        await coordinator.Page.WaitForURLAsync(new Regex("/admin/people/[0-9a-f-]{36}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        (await coordinator.TextAsync()).Should().Contain("Priya Shah is a champion now.").And.Contain("Made a champion");

        await coordinator.OpenAsync("/champions?search=Priya");
        (await coordinator.Link("Priya Shah").CountAsync()).Should().Be(1);
        await Inbox.OpenAsync(coordinator, "priya.shah@demo.example", "You can use Champions now");
        (await coordinator.TextAsync()).Should().Contain("has invited you to Champions");
    }

    [Theory]
    [InlineData("a champion")]
    [InlineData("a staff member")]
    [InlineData("the IT helpdesk")]
    public async Task Others_see_no_page_of_the_administration_and_no_way_there(string persona)
    {
        await using var person = await browser.OpenAsync();
        await person.LogInAsync(persona);

        (await person.Page.Locator("a[href^='/admin']").CountAsync()).Should().Be(0);
        (await person.OpenAsync("/admin/people")).Should().Be(403);
    }
}
