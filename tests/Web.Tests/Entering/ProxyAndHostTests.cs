using System.Net;
using Champions.Infrastructure;
using Champions.TestSupport.Web;
using Champions.Web.Setup;
using Microsoft.Extensions.Configuration;

namespace Champions.Web.Tests.Entering;

/// <summary>What a request says about itself is believed only when one of our own proxies says it.</summary>
public sealed class ProxyAndHostTests
{
    private const string Proxy = "10.77.0.1";

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("10.0.0.1")]
    public async Task A_forged_host_is_refused_and_stands_nowhere_in_the_answer(string host)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Host = host;

        using var answer = await visitor.Client.GetAsync("/home");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.Should().Contain(h => h.Key == "Content-Security-Policy");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("evil.example").And.Contain("We could not read that page address or form");
    }

    [Fact]
    public async Task Another_name_of_the_site_is_taken_when_it_is_allowed_and_health_checks_come_under_any()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("PublicUrl", "https://champions.trust.example"), ("AllowedHosts", "*;old-name.trust.example"));

        (await StatusAsync(app, "/about", "champions.trust.example")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(app, "/about", "OLD-NAME.trust.example")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(app, "/about", "localhost")).Should().Be(HttpStatusCode.BadRequest);
        (await StatusAsync(app, "/about", "champions.trust.example.evil.example")).Should().Be(HttpStatusCode.BadRequest);
        (await StatusAsync(app, "/health/live", "10.1.2.3")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Links_in_emails_and_redirects_take_nothing_from_the_request()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Proxies:Known", Proxy));
        var visitor = From(app, Proxy);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");
        visitor.Client.DefaultRequestHeaders.Add("Forwarded", "host=evil.example");

        using var answer = await visitor.Client.GetAsync("/home");

        answer.Headers.Location!.ToString().Should().NotContain("evil");
    }

    [Fact]
    public async Task A_stranger_who_writes_another_address_into_the_header_changes_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Proxies:Known", Proxy));

        (await GuessesAsync(app, "10.99.0.1", i => $"172.16.{i / 250}.{i % 250}", 80)).Should().Be(60, "all of them count for the address they came from");
    }

    [Fact]
    public async Task Behind_a_known_proxy_each_caller_counts_for_themselves()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Proxies:Known", $"{Proxy}, 10.78.0.0/16"));

        (await GuessesAsync(app, Proxy, i => $"172.16.{i / 250}.{i % 250}", 80)).Should().Be(80);
        (await GuessesAsync(app, Proxy, i => $"192.0.2.{i}, 172.20.0.1, 10.78.4.4", 80)).Should().Be(60, "what stands before the last stranger is that stranger's word");
    }

    [Fact]
    public async Task Without_known_proxies_the_headers_mean_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        (await GuessesAsync(app, Proxy, i => $"172.16.{i / 250}.{i % 250}", 80)).Should().Be(60);
    }

    [Theory]
    [InlineData("10.0.0.300")]
    [InlineData("proxy.trust.example")]
    [InlineData("10.0.0.0/33")]
    public void What_is_no_address_is_refused_at_the_start(string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Proxies:Known", named)]).Build();

        FluentActions.Invoking(() => Proxies.Read(configuration)).Should().Throw<StartRefusedException>().WithMessage($"Proxies:Known has \"{named}\".*");
    }

    private static async Task<HttpStatusCode> StatusAsync(ChampionsApp app, string address, string host)
    {
        var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Host = host;
        using var answer = await visitor.Client.GetAsync(address);
        return answer.StatusCode;
    }

    /// <summary>How many of so many guesses, each on another account, were looked at.</summary>
    private static async Task<int> GuessesAsync(ChampionsApp app, string from, Func<int, string> forwardedFor, int count)
    {
        var visitor = From(app, from);
        var form = await visitor.OpenAsync("/sign-in/password");
        var looked = 0;
        for (var i = 0; i < count; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/password")
            {
                Content = new FormUrlEncodedContent(form.FieldsOf("Log in", ("Input.Email", $"{Guid.CreateVersion7():N}@trust.example"), ("Input.Password", "a wrong one"))
                    .Select(f => KeyValuePair.Create(f.Name, f.Value))),
            };
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor(i));
            using var answer = await visitor.Client.SendAsync(request);
            looked += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
        }

        return looked;
    }

    private static Visitor From(ChampionsApp app, string address)
    {
        var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Remove("X-Test-Address");
        visitor.Client.DefaultRequestHeaders.Add("X-Test-Address", address);
        return visitor;
    }
}
