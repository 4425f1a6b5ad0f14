using Champions.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Champions.Browser.Tests;

/// <summary>Pages in the states that a crawl does not see: with errors, with nothing found, refused.</summary>
[Collection(InTheBrowser.Name)]
public sealed class StateTests(RealBrowser browser)
{
    [Theory]
    [InlineData("", "/sign-in/password", "", "Log in")]
    [InlineData("a champion", "/slots/new", "", "Offer this time")]
    [InlineData("a champion", "/sessions/log", "Input.People", "Save session")]
    [InlineData("a champion", "/follow-ups > /done", "", "Mark as done")]
    [InlineData("a staff member", "/help > /help/slots/", "", "Book")]
    [InlineData("the coordinator", "/wards?cover=covered > /wards/ > /assignments/", "Input.LastDay.Day", "Continue")]
    public async Task A_form_with_errors_says_what_to_do_and_is_accessible(string persona, string way, string emptied, string button)
    {
        await using var person = await browser.OpenAsync();
        await GoAsync(person, persona, way);
        if (emptied.Length > 0)
        {
            await person.Page.FillAsync($"[name='{emptied}']", "");
        }

        await person.Button(button).ClickAsync();

        await person.Page.WaitForSelectorAsync(".nhsuk-error-summary");
        (await person.Page.TitleAsync()).Should().StartWith("Error: ");
        (await person.Page.Locator(".nhsuk-error-summary").EvaluateAsync<bool>("e => e.contains(document.activeElement)")).Should().BeTrue("the focus is on the summary");
        await CheckAsync(person, status: 400);
        var link = person.Page.Locator(".nhsuk-error-summary a").First;
        var target = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        (await person.Page.Locator($"[id='{target!.TrimStart('#')}']").EvaluateAsync<bool>("e => e === document.activeElement")).Should().BeTrue("the link leads to the field");
    }

    [Theory]
    [InlineData("the coordinator", "/wards?search=zzzz", 200)]
    [InlineData("the coordinator", "/champions?search=zzzz", 200)]
    [InlineData("the coordinator", "/bookings?q=zzzz", 200)]
    [InlineData("the coordinator", "/sessions?from=2020-01-01&to=2020-01-02", 200)]
    [InlineData("the coordinator", "/follow-ups?state=cancelled", 200)]
    [InlineData("the coordinator", "/admin/trusts", 403)]
    [InlineData("the coordinator", "/wards/01a0a414-7800-72b0-ae00-000000000000", 404)]
    [InlineData("a champion", "/sessions?from=2020-01-01&to=2020-01-02", 200)]
    [InlineData("a staff member", "/help?day=2020-01-01", 200)]
    [InlineData("a staff member", "/wards", 403)]
    [InlineData("a staff member", "/nowhere", 404)]
    [InlineData("the administrator", "/admin/trusts?q=zzzz", 200)]
    [InlineData("the IT helpdesk", "/bookings", 200)]
    public async Task Empty_and_refused_pages_are_accessible_and_fit(string persona, string address, int expected)
    {
        await using var person = await browser.OpenAsync();
        await person.LogInAsync(persona);

        var status = await person.OpenAsync(address);

        status.Should().Be(expected);
        await CheckAsync(person, status);
    }

    [Theory]
    [InlineData("the coordinator", "/wards")]
    [InlineData("a champion", "/sessions/log")]
    [InlineData("a staff member", "/help")]
    public async Task Wide_text_spacing_hides_nothing_and_scrolls_nothing_sideways(string persona, string address)
    {
        await using var person = await browser.OpenAsync(Widths.Narrow);
        await person.LogInAsync(persona);
        await person.OpenAsync(address);

        // What WCAG 1.4.12 asks for; set past the page's own policy, as a reader's browser would.
        await person.Page.EvaluateAsync("""
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [sheet];
            }
            """);

        await PageCheck.SettleAsync(person.Page);
        (await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0);
    }

    /// <summary>"/wards > /assign" opens the list and follows the first link, of links, that has this in its address.</summary>
    private static async Task GoAsync(Person person, string persona, string way)
    {
        if (persona.Length > 0)
        {
            await person.LogInAsync(persona);
        }

        var steps = way.Split(" > ");
        await person.OpenAsync(steps[0]);
        foreach (var step in steps.Skip(1))
        {
            await person.Page.Locator($"main a[href*='{step}']").First.ClickAsync();
            await person.Page.WaitForURLAsync($"**{step}**");
        }
    }

    private static async Task CheckAsync(Person person, int status)
    {
        foreach (var width in (int[])[Widths.Desk, Widths.Narrow])
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            (await PageCheck.ProblemsAsync(person, status)).Should().BeEmpty($"of {person.Address} at {width} px");
        }
    }
}
