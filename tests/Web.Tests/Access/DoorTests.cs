using System.Net;
using AngleSharp.Html.Parser;
using Champions.TestSupport.Web;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Champions.Web.Tests.Access;

/// <summary>Cookies, requests from elsewhere and addresses to be led to.</summary>
public sealed class DoorTests
{
    public static TheoryData<string> Tampered =>
    [
        "//evil.example", "///evil.example", @"/\evil.example", @"\/evil.example", @"\\evil.example", "https://evil.example", "http:evil.example", "https:/evil.example",
        "javascript:alert(1)", "data:text/html,x", "/%2fevil.example", "/%2Fevil.example", "/%5cevil.example", "/%5Cevil.example", "%2f%2fevil.example", "/\t/evil.example",
        "/\n/evil.example", "\t//evil.example", " //evil.example", "/home\r\nSet-Cookie: planted=1", "evil.example", "@evil.example", "/%09/evil.example", "/%0a/evil.example",
        "//evil%2eexample", "/%252fevil.example", "~/../..//evil.example", "//localhost@evil.example", "//user:pass@evil.example/home", "/\u00e9", "/help?q=\u2603", "/home here", "/" + "long/".PadRight(600, 'x'),
    ];

    [Theory, MemberData(nameof(Tampered))]
    public async Task A_tampered_address_to_be_led_to_leads_nowhere_else(string tampered)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var query = "?returnUrl=" + Uri.EscapeDataString(tampered);

        foreach (var page in new[] { "/sign-in", "/sign-in/password", "/sign-in/passkey", "/sign-in/single-sign-on" })
        {
            using var answer = await app.NewVisitor().Client.GetAsync(page + query);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                continue;
            }

            LeadsOnlyHere(answer.Headers.Location?.OriginalString);
            var shown = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            foreach (var link in shown.QuerySelectorAll("a[href], form[action], button[formaction]"))
            {
                LeadsOnlyHere(link.GetAttribute("href") ?? link.GetAttribute("action") ?? link.GetAttribute("formaction"));
            }
        }

        var visitor = app.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in/password");
        using var entered = await visitor.Client.PostAsync("/sign-in/password" + query, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", form.Token), new("ReturnUrl", tampered), new("Input.Email", trust.Colleague.Email), new("Input.Password", ChampionsApp.Password),
        ]));
        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        LeadsOnlyHere(entered.Headers.Location!.OriginalString);
        entered.Headers.GetValues("Set-Cookie").Should().NotContain(c => c.StartsWith("planted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_ours_is_led_to()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);

        var visitor = app.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in/password?returnUrl=%2Fbookings%3Fp%3D1");
        var page = await form.PressAsync("Log in", ("Input.Email", trust.Colleague.Email), ("Input.Password", ChampionsApp.Password));

        page.Address.Should().Be("/bookings?p=1");
    }

    [Theory]
    [InlineData("http://localhost", "champions")]
    [InlineData("https://localhost", "__Host-champions")]
    public async Task Every_cookie_is_as_strict_as_the_address_allows(string address, string name)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("PublicUrl", address));
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var cookies = new CookieContainer();
        using var client = app.CreateDefaultClient(new Uri(address), new CookieContainerHandler(cookies));
        var given = new List<string>();

        using var form = await client.GetAsync("/sign-in/password");
        given.AddRange(CookiesOf(form));
        var token = new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var entered = await client.PostAsync("/sign-in/password", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("Input.Email", trust.Colleague.Email), new("Input.Password", ChampionsApp.Password),
        ]));
        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        given.AddRange(CookiesOf(entered));
        using var home = await client.GetAsync("/home");
        home.StatusCode.Should().Be(HttpStatusCode.OK);
        given.AddRange(CookiesOf(home));

        given.Should().Contain(c => c.StartsWith(name + "=", StringComparison.Ordinal)).And.Contain(c => c.StartsWith(name + "-form=", StringComparison.Ordinal));
        foreach (var cookie in given)
        {
            var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
            parts[0].Should().StartWith(name, "no cookie comes from elsewhere");
            parts.Select(p => p.ToLowerInvariant()).Should().Contain(["httponly", "path=/"], cookie)
                .And.Contain(p => p == "samesite=lax" || p == "samesite=strict", cookie)
                .And.NotContain(p => p.StartsWith("domain", StringComparison.Ordinal), cookie);
            parts.Contains("secure", StringComparer.OrdinalIgnoreCase).Should().Be(address.StartsWith("https", StringComparison.Ordinal), cookie);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://localhost.evil.example", false)]
    [InlineData("Origin", "http://localhost:81", false)]
    [InlineData("Origin", "https://localhost", false)]
    [InlineData("Origin", "localhost", false)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "anything", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    public async Task A_change_asked_for_by_another_site_is_refused_even_with_a_token(string header, string value, bool taken)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var token = (await visitor.OpenAsync("/home")).Token;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await visitor.Client.SendAsync(request);

        answer.StatusCode.Should().Be(taken ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden);
        (await visitor.OpenAsync("/home")).Address.Should().Be(taken ? "/sign-in?returnUrl=%2Fhome" : "/home");
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];

    /// <summary>As browsers read it: backslashes are slashes, tabs and line ends are nothing, blanks in front are cut off.</summary>
    private static void LeadsOnlyHere(string? address)
    {
        if (address is null)
        {
            return;
        }

        var read = address.Trim().Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var target = new Uri(new Uri("http://localhost/sign-in"), read);
        target.Scheme.Should().Be("http", address);
        target.Host.Should().Be("localhost", address);
    }
}
