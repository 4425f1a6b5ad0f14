using System.Net;
using Champions.Domain.Accounts;
using Champions.TestSupport.SignOn;
using Champions.TestSupport.Web;
using Champions.Web.Tests.Entering;

namespace Champions.Web.Tests.Access.SignOn;

/// <summary>How browsers come to an identity provider and back: cookies, other sites, and what is logged.</summary>
public sealed class SignOnDoorTests
{
    [Theory]
    [InlineData("https://champions.example.nhs.uk", "__Host-champions-")]
    [InlineData("http://localhost", "champions-")]
    public async Task Every_cookie_on_the_way_is_for_this_host_alone(string publicUrl, string prefix)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("PublicUrl", publicUrl));
        app.Clock.Now = TimeProvider.System.GetUtcNow();
        var trust = await SmallTrust.CreateAsync(app.Db);
        await using var provider = await IdentityProvider.StartAsync();
        var single = SingleSignOn.SetUp(
            trust.Trust.Id, new SingleSignOnSettings("RA7 account", provider.Issuer, IdentityProvider.ClientId, null, null, GivesSecondFactor: false), app.Clock.Now).Value;
        await app.Db.SaveAsync(single, new ExternalLogin(await app.AccountOfAsync(trust.AsStaff), provider.Issuer, "subject-1", app.Clock.Now));
        var visitor = app.NewVisitor(new Uri(publicUrl));

        using var start = await visitor.Client.GetAsync($"/sign-in/single-sign-on/{single.Id.Value}");

        CookiesOf(start).Should().HaveCount(2).And.OnlyContain(c => c.StartsWith(prefix, StringComparison.Ordinal)
            && c.Contains("; path=/;", StringComparison.OrdinalIgnoreCase) && c.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
            && c.Contains("; samesite=lax", StringComparison.OrdinalIgnoreCase) && !c.Contains("domain=", StringComparison.OrdinalIgnoreCase)
            && c.Contains("; secure", StringComparison.OrdinalIgnoreCase) == prefix.StartsWith("__Host-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Whom_another_site_sends_is_asked_before_they_are_led_to_the_provider(string from)
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1");
        var visitor = world.App.NewVisitor();
        var address = $"/sign-in/single-sign-on/{world.Id.Value}?returnUrl=%2Ffollow-ups";

        using var sent = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Sec-Fetch-Site", from } } };
        using var answer = await visitor.Client.SendAsync(sent);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        CookiesOf(answer).Should().BeEmpty("nothing has begun");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Log in with RA7 account").And.Contain($"href=\"{address}\"");

        using var own = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var led = await visitor.Client.SendAsync(own);
        (await visitor.OpenAsync((await world.Provider.LogInAsync(led.Headers.Location!)).PathAndQuery)).Address.Should().Be("/follow-ups");
    }

    [Fact]
    public async Task A_refused_answer_is_logged_with_its_provider_and_nothing_of_what_it_said()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1", "amara@trust.example");
        await world.Provider.LieAsync("nonce");
        using var log = CollectedLog.Of(world.App);

        (await world.LogInAsync(world.App.NewVisitor())).Status.Should().Be(HttpStatusCode.BadRequest);

        log.Text.Should().Contain($"Log-in by SingleSignOn failed: SingleSignOn.AnswerRefused of provider {world.Id.Value}").And.NotContain("amara@trust.example");
    }

    /// <summary>Those that are given, not those that are taken back.</summary>
    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var given) ? given.Where(c => !c.Contains("01 Jan 1970", StringComparison.Ordinal)) : [];
}
