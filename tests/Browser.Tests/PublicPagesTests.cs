using Champions.Browser.Tests.Running;

namespace Champions.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class PublicPagesTests(RealBrowser browser)
{
    [Theory]
    [InlineData("/", Widths.Desk)]
    [InlineData("/", Widths.Narrow)]
    [InlineData("/about", Widths.Desk)]
    [InlineData("/about", Widths.Narrow)]
    [InlineData("/sign-in", Widths.Desk)]
    [InlineData("/sign-in", Widths.Narrow)]
    [InlineData("/sign-in/password", Widths.Desk)]
    [InlineData("/sign-in/password", Widths.Narrow)]
    [InlineData("/sign-in/passkey", Widths.Desk)]
    [InlineData("/sign-in/passkey", Widths.Narrow)]
    public async Task Pages_for_everybody_are_accessible_and_fit(string address, int width)
    {
        await using var person = await browser.OpenAsync(width);

        var status = await person.OpenAsync(address);

        status.Should().Be(200);
        (await PageCheck.ProblemsAsync(person)).Should().BeEmpty($"of {address} at {width} px");
    }

    [Theory]
    [InlineData("/status/404", 404)]
    [InlineData("/status/403", 403)]
    [InlineData("/status/409", 409)]
    [InlineData("/status/500", 500)]
    [InlineData("/status/503", 503)]
    [InlineData("/status/expired", 400)]
    public async Task Pages_for_what_goes_wrong_are_accessible_and_fit(string address, int expected)
    {
        foreach (var width in (int[])[Widths.Narrow, Widths.Desk])
        {
            await using var person = await browser.OpenAsync(width);

            var status = await person.OpenAsync(address);

            status.Should().Be(expected);
            (await PageCheck.ProblemsAsync(person, status)).Should().BeEmpty($"of {address} at {width} px");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_check_itself_finds_a_picture_without_words_and_a_box_that_is_too_wide(bool javaScript)
    {
        await using var person = await browser.OpenAsync(Widths.Phone, javaScript);
        await person.OpenAsync("/about");
        await person.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\" width=\"500\" height=\"9\">')");

        var problems = await PageCheck.ProblemsAsync(person);

        problems.Should().Contain(p => p.StartsWith("axe image-alt", StringComparison.Ordinal)).And.Contain(p => p.Contains("wider than the window", StringComparison.Ordinal));
    }
}
