using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Champions.Web.Tests.Nhs;

/// <summary>What people type is read as they mean it, and comes back when it cannot be.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private NhsPagesHost _host = null!;

    [Fact]
    public async Task A_complete_form_is_read()
    {
        var (status, page) = await PostAsync(("Due.Day", "27"), ("Due.Month", "March"), ("Due.Year", "2026"), ("Start", "2.15 PM"),
            ("Agreed", "true"), ("Topics", "a"), ("Topics", "b"));

        status.Should().Be(HttpStatusCode.OK);
        Bound(page).Should().Be("2026-03-27 14:15 True a+b True");
        page.Title.Should().Be("Form – Champions");
        page.QuerySelector(".nhsuk-error-summary").Should().BeNull();
    }

    [Theory]
    [InlineData("", "", "", "Enter the day", "#Due-day")]
    [InlineData("3", "", "2026", "The date must include a month", "#Due-month")]
    [InlineData("", "3", "", "The date must include a day and a year", "#Due-day")]
    [InlineData("31", "2", "2026", "The date must be a real date, for example 27 3 2026", "#Due-day")]
    [InlineData("3", "13", "2026", "The date must be a real date, for example 27 3 2026", "#Due-month")]
    [InlineData("3", "3", "26", "The year must have 4 numbers, for example 2026", "#Due-year")]
    [InlineData("3", "3", "0000", "The date must be a real date, for example 27 3 2026", "#Due-day")]
    public async Task A_date_that_cannot_be_read_says_why_and_keeps_what_was_typed(string day, string month, string year, string words, string target)
    {
        var (status, page) = await PostAsync(("Due.Day", day), ("Due.Month", month), ("Due.Year", year), ("Start", "2pm"));

        status.Should().Be(HttpStatusCode.BadRequest);
        page.Title.Should().Be("Error: Form – Champions");
        var link = page.QuerySelector<IHtmlAnchorElement>(".nhsuk-error-summary__list a")!;
        link.TextContent.Should().Be(words);
        link.GetAttribute("href").Should().Be(target);
        page.QuerySelector(target)!.ClassList.Should().Contain("nhsuk-input--error");
        page.QuerySelector("#Due-error")!.TextContent.Should().Be("Error: " + words);
        new[] { "day", "month", "year" }.Select(part => page.QuerySelector($"#Due-{part}")!.GetAttribute("value") ?? "")
            .Should().Equal(day, month, year);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_is_kept_and_a_missing_one_is_named()
    {
        var (_, wrong) = await PostAsync(("Due.Day", "1"), ("Due.Month", "3"), ("Due.Year", "2026"), ("Start", "half <two>"));
        wrong.QuerySelector("#Start-error")!.TextContent.Should().Be("Error: Enter a time, for example 2:15pm");
        wrong.QuerySelector("#Start")!.GetAttribute("value").Should().Be("half <two>");

        var (_, missing) = await PostAsync(("Due.Day", "1"), ("Due.Month", "3"), ("Due.Year", "2026"), ("Start", " "));
        missing.QuerySelector("#Start-error")!.TextContent.Should().Be("Error: Enter start time");
    }

    [Fact]
    public async Task Text_is_kept_and_a_password_is_not()
    {
        var (_, page) = await PostAsync(("Start", "2pm"), ("Note", "longer than ten & <b>"), ("Password", "secret words"), ("Topics", "b"));

        page.QuerySelector("#Note")!.TextContent.Should().Be("longer than ten & <b>");
        page.QuerySelector("#Note-error")!.TextContent.Should().Be("Error: Note must be 10 characters or fewer");
        page.QuerySelector("#Password")!.HasAttribute("value").Should().BeFalse();
        page.QuerySelectorAll("[name=Topics]").Cast<IHtmlInputElement>().Select(box => box.IsChecked).Should().Equal(false, true);
        page.DocumentElement.OuterHtml.Should().NotContain("secret words");
    }

    [Theory]
    [InlineData("2026-03-27", "27", "3", "2026")]
    [InlineData("27/3/2026", "27", "3", "2026")]
    public async Task A_date_in_the_address_is_read(string address, string day, string month, string year)
    {
        var page = new HtmlParser().ParseDocument(await _host.Client.GetStringAsync("/form?Due=" + Uri.EscapeDataString(address)));

        Bound(page).Should().StartWith("2026-03-27");
        new[] { "day", "month", "year" }.Select(part => page.QuerySelector($"#Due-{part}")!.GetAttribute("value")).Should().Equal(day, month, year);
    }

    public async Task InitializeAsync() => _host = await NhsPagesHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static string Bound(IDocument page) => page.QuerySelector("#bound")!.TextContent;

    private async Task<(HttpStatusCode Status, IDocument Page)> PostAsync(params (string Name, string Value)[] fields)
    {
        var client = _host.Client;
        using var blank = await client.GetAsync("/form");
        var parser = new HtmlParser();
        var token = parser.ParseDocument(await blank.Content.ReadAsStringAsync())
            .QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form");
        request.Headers.Add("Cookie", blank.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        request.Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var response = await client.SendAsync(request);
        return (response.StatusCode, parser.ParseDocument(await response.Content.ReadAsStringAsync()));
    }
}
