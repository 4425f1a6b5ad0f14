using System.Net;
using Champions.Browser.Tests.Running;

namespace Champions.Browser.Tests;

/// <summary>What only the real server does: the in-process one of other tests knows neither sizes nor odd methods.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ServerTests(RealBrowser browser)
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
}
