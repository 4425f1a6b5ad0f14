using System.Net;
using System.Text.RegularExpressions;
using Champions.Browser.Tests.Running;

namespace Champions.Browser.Tests;

/// <summary>What only the real server does: the in-process one of other tests knows neither sizes nor odd methods.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class ServerTests(RealBrowser browser)
{
    private const string Secret = "repeated-by-nobody";

    [Theory]
    [InlineData(900 * 1024, HttpStatusCode.BadRequest)]
    [InlineData((1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_request_holds_one_megabyte_at_most(int bytes, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };

        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Input.Email", new string('x', bytes - "Input.Email=".Length))]));

        answer.StatusCode.Should().Be(expected);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("<h1", "it is a page of ours");
        answer.Headers.Contains("Content-Security-Policy").Should().BeTrue();
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    public async Task Nothing_of_a_request_is_repeated(string method)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = browser.Site.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/sign-in");
        request.Headers.Add("X-Secret", Secret);

        using var answer = await client.SendAsync(request);

        answer.IsSuccessStatusCode.Should().BeFalse();
        $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}".Should().NotContain(Secret);
    }

    [Theory]
    [InlineData("/\u00e9")]
    [InlineData("/help?q=\u2603")]
    public async Task An_address_that_no_header_may_hold_does_not_spoil_the_log_in(string asked)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = browser.Site.Address };
        var form = await client.GetStringAsync("/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sign-in?handler=Demo&returnUrl={Uri.EscapeDataString(asked)}");
        request.Headers.Add("Origin", browser.Site.Address.GetLeftPart(UriPartial.Authority));
        request.Content = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Token().Match(form).Groups["value"].Value), new("persona", Persona().Match(form).Groups["value"].Value)]);

        using var answer = await client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.Should().Be("/home");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"persona\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Persona();
}
