using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Champions.Domain.Accounts;
using Champions.TestSupport.Passkeys;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Passkeys;

/// <summary>Logging in with a passkey alone, and each way to cheat with one.</summary>
public sealed class PasskeySignInTests
{
    private const string Refused = "This passkey did not work here. Try again, or log in another way.";

    [Theory, EveryDatabase]
    public async Task A_person_logs_in_with_a_passkey_alone_and_lands_where_they_wanted_to_go(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(kind, phone);
        var stranger = app.NewVisitor();
        var page = await stranger.OpenAsync("/sign-in/passkey?returnUrl=%2Fbookings");

        var landed = await page.AnswerAsync(phone.Use(await stranger.AskAsync(page)));

        landed.Address.Should().Be("/bookings");
        landed.Via.Should().Equal(HttpStatusCode.SeeOther);
        landed.Body.Should().Contain("Helen Carter");
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle(s => s.Method == SignInMethod.Passkey && s.Device != "A test")
            .Which.SecondFactorAt.Should().Be(app.Clock.Now, "a passkey counts as both factors");
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle(p => p.LastUsedAt == app.Clock.Now && p.SignCount == 1);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site_afterwards(string wanted)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var stranger = app.NewVisitor();
        var page = await stranger.OpenAsync($"/sign-in/passkey?returnUrl={Uri.EscapeDataString(wanted)}");

        var landed = await page.AnswerAsync(phone.Use(await stranger.AskAsync(page)));

        landed.Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task The_same_answer_is_taken_once_even_with_a_copy_of_every_cookie(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator { Uses = null };
        await using var app = await StartAsync(kind, phone);
        using var thief = app.CreateDefaultClient(new Uri("http://localhost"));
        var (cookies, body) = await BeginAsync(thief, phone);

        using var first = await SendAsync(thief, "/sign-in/passkey", cookies, body);
        using var second = await SendAsync(thief, "/sign-in/passkey", cookies, body);

        first.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync()).Should().Contain(Refused);
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle(s => s.Device != "A test");
    }

    [Theory, EveryDatabase]
    public async Task The_same_answer_sent_ten_times_at_once_opens_one_session(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator { Uses = null };
        await using var app = await StartAsync(kind, phone);
        using var thief = app.CreateDefaultClient(new Uri("http://localhost"));
        var (cookies, body) = await BeginAsync(thief, phone);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var answer = await SendAsync(thief, "/sign-in/passkey", cookies, body);
            return answer.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.SeeOther).Should().Be(1);
        answers.Count(status => status == HttpStatusCode.BadRequest).Should().Be(9);
    }

    [Fact]
    public async Task An_answer_for_another_site_is_refused() => await RefuseAsync(phone => phone.Origin = "https://champions.evil.example");

    [Fact]
    public async Task An_answer_given_inside_another_sites_page_is_refused() => await RefuseAsync(phone => phone.IsFramed = true);

    [Fact]
    public async Task A_signature_for_another_site_is_refused() => await RefuseAsync(phone => phone.Site = "evil.example");

    [Fact]
    public async Task A_device_that_asked_for_no_finger_face_or_PIN_is_refused() => await RefuseAsync(phone => phone.VerifiesPerson = false);

    [Fact]
    public async Task A_passkey_that_nobody_added_is_refused() => await RefuseAsync(phone => phone.CredentialId = [1, 2, 3]);

    [Fact]
    public async Task A_device_without_its_person_is_refused() => await RefuseAsync(phone => phone.Person = null);

    [Fact]
    public async Task A_device_that_names_nobody_real_is_refused() => await RefuseAsync(phone => phone.Person = "AAAA");

    [Fact]
    public async Task A_count_that_goes_back_betrays_a_copy() => await RefuseAsync(phone => phone.Uses = 3, usesBefore: 7);

    [Fact]
    public async Task A_count_that_stands_still_betrays_a_copy() => await RefuseAsync(phone => phone.Uses = 6, usesBefore: 7);

    [Theory, EveryDatabase]
    public async Task Another_persons_passkey_does_not_open_an_account(DatabaseKind kind)
    {
        using var hers = new SoftwareAuthenticator();
        using var his = new SoftwareAuthenticator();
        await using var app = await StartAsync(kind, hers);
        var trust = await SmallTrust.CreateOtherAsync(app.Db);
        await (await app.SignInAsync(trust.AsStaff)).AddPasskeyAsync(his);
        his.Person = hers.Person;

        await ShouldRefuseAsync(app, his);
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_account_answers_like_an_unknown_passkey(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(kind, phone);
        await app.Db.ExecuteAsync("UPDATE \"Accounts\" SET \"IsDisabled\" = TRUE");

        await ShouldRefuseAsync(app, phone);
    }

    [Fact]
    public async Task A_removed_passkey_answers_like_an_unknown_one()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        await app.Db.ExecuteAsync("DELETE FROM \"Passkeys\"");

        await ShouldRefuseAsync(app, phone);
    }

    [Fact]
    public async Task A_question_may_be_answered_for_five_minutes()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var (slow, quick) = (app.NewVisitor(), app.NewVisitor());
        var late = await slow.OpenAsync("/sign-in/passkey");
        var lateAnswer = phone.Use(await slow.AskAsync(late));
        var soon = await quick.OpenAsync("/sign-in/passkey");
        var question = await quick.AskAsync(soon);

        app.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await soon.AnswerAsync(phone.Use(question))).Address.Should().Be("/home");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var refused = await late.AnswerAsync(lateAnswer);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Errors.Should().Equal(Refused);
    }

    [Fact]
    public async Task An_answer_counts_in_the_browser_that_was_asked_alone()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var (asked, other) = (app.NewVisitor(), app.NewVisitor());
        var answer = phone.Use(await asked.AskAsync(await asked.OpenAsync("/sign-in/passkey")));
        var page = await other.OpenAsync("/sign-in/passkey");

        (await page.AnswerAsync(answer)).Errors.Should().Equal([Refused], "it was asked nothing");
        await other.AskAsync(page);
        (await page.AnswerAsync(answer)).Errors.Should().Equal([Refused], "it was asked something else");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,2")]
    [InlineData("{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":7,\"rawId\":7,\"type\":7,\"clientExtensionResults\":{},\"response\":7}")]
    public async Task Garbage_is_refused_in_plain_words(string credential)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        await visitor.AskAsync(page);

        var refused = await page.AnswerAsync(credential);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Errors.Should().Equal(Refused);
    }

    [Fact]
    public async Task An_answer_of_a_megabyte_is_refused()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        await visitor.AskAsync(page);

        var refused = await page.AnswerAsync(new string('a', 900_000));

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Errors.Should().Equal(Refused);
    }

    [Fact]
    public async Task The_question_names_nobodys_passkeys_and_asks_for_a_verified_person()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/passkey");

        var (first, second) = (await visitor.AskAsync(page), await visitor.AskAsync(page));

        first.Should().Contain("\"rpId\":\"localhost\"").And.Contain("\"userVerification\":\"required\"").And.Contain("\"allowCredentials\":[]");
        second.Should().NotBe(first, "each challenge is new");
    }

    [Fact]
    public async Task The_question_is_kept_encrypted_in_a_cookie_that_no_script_and_no_other_site_gets()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/passkey");

        using var asked = await visitor.Client.PostAsync(
            "/sign-in/passkey?handler=ask", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.Token)]));

        var cookie = asked.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("champions-passkey=", StringComparison.Ordinal));
        cookie.Should().Contain("; max-age=300;").And.Contain("; samesite=strict").And.Contain("; httponly").And.Contain("; path=/");
        var question = JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;
        cookie.Should().NotContain(question["challenge"]!.GetValue<string>());
        asked.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task The_log_in_page_offers_it_and_hides_it_until_a_script_has_looked()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        var page = await app.NewVisitor().OpenAsync("/sign-in?returnUrl=%2Fbookings");

        var form = page.Find("form[data-passkey=use]");
        form.HasAttribute("hidden").Should().BeTrue();
        form.QuerySelector("[name=ReturnUrl]")!.GetAttribute("value").Should().Be("/bookings");
    }

    private static async Task RefuseAsync(Action<SoftwareAuthenticator> lie, uint usesBefore = 0)
    {
        using var phone = new SoftwareAuthenticator { Uses = usesBefore };
        await using var app = await StartAsync(DatabaseKind.Sqlite, phone);
        lie(phone);

        await ShouldRefuseAsync(app, phone);
    }

    private static async Task ShouldRefuseAsync(ChampionsApp app, SoftwareAuthenticator phone)
    {
        var before = await Snapshot.TakeAsync(app.Db);

        var page = await app.NewVisitor().LogInWithPasskeyAsync(phone);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Address.Should().Be("/sign-in/passkey");
        page.Errors.Should().Equal(Refused);
        (await Snapshot.TakeAsync(app.Db)).ChangedSince(before).Should().BeEmpty();
    }

    /// <summary>A trust whose coordinator has added this device.</summary>
    private static async Task<ChampionsApp> StartAsync(DatabaseKind kind, SoftwareAuthenticator phone)
    {
        var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var page = await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(phone);
        page.Address.Should().Be("/account/passkeys");
        return app;
    }

    /// <summary>Everything up to the answer, with cookies carried by hand as a thief would.</summary>
    private static async Task<(string Cookies, string Body)> BeginAsync(HttpClient client, SoftwareAuthenticator phone)
    {
        using var opened = await client.GetAsync("/sign-in/passkey");
        var token = new HtmlParser().ParseDocument(await opened.Content.ReadAsStringAsync())
            .QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var (form, body) = (CookiesOf(opened), $"__RequestVerificationToken={token}");
        using var asked = await SendAsync(client, "/sign-in/passkey?handler=ask", form, body);
        var credential = phone.Use(await asked.Content.ReadAsStringAsync());
        return ($"{form}; {CookiesOf(asked)}", $"{body}&Input.Credential={Uri.EscapeDataString(credential)}");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string cookies, string body) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers = { { "Cookie", cookies } },
            Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        });

    private static string CookiesOf(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
}
