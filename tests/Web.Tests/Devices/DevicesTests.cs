using System.Net;
using Champions.Domain.Trusts;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Devices;

public sealed class DevicesTests
{
    [Theory, EveryDatabase]
    public async Task A_person_logs_another_device_out_and_its_copied_cookie_is_refused(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var here = await app.SignInAsync(trust.AsStaff);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var there = await app.SignInAsync(trust.AsStaff);
        (await there.OpenAsync("/home")).Address.Should().Be("/home");

        var devices = await here.OpenAsync("/account/devices");
        devices.TextOf(".app-device h2").Should().HaveCount(2);
        devices.TextOf(".app-device h2").Should().ContainSingle(h => h.Contains("This device", StringComparison.Ordinal));
        var other = devices.Document.QuerySelectorAll("form[method=post] button").Where(b => b.TextContent.Contains("A test", StringComparison.Ordinal)).Last();
        var ended = await devices.PressAsync(other);

        ended.Text.Should().Contain("That device is logged out.");
        ended.TextOf(".app-device h2").Should().ContainSingle();
        (await there.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await here.OpenAsync("/home")).Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task A_copy_of_the_cookie_is_refused_after_logging_out(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var session = (await app.Db.AllAsync<AccountSession>()).Single();
        using var copy = new HttpRequestMessage(HttpMethod.Get, "/home");
        copy.Headers.Add("Cookie", app.CookieOf(session.Id).ToString());
        using var before = new HttpRequestMessage(HttpMethod.Get, "/home");
        before.Headers.Add("Cookie", app.CookieOf(session.Id).ToString());
        var thief = app.NewVisitor();
        (await thief.Client.SendAsync(before)).StatusCode.Should().Be(HttpStatusCode.OK, "the session is live");

        await (await visitor.OpenAsync("/home")).PressAsync("Log out");

        (await thief.Client.SendAsync(copy)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task All_other_devices_are_logged_out_with_one_button()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var second = await app.SignInAsync(SmallTrust.AsAdministrator);
        var third = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await (await administrator.OpenAsync("/account/devices")).PressAsync("Log out on all other devices");

        page.Text.Should().Contain("2 other devices are logged out.");
        page.TextOf("button").Should().NotContain("Log out on all other devices");
        (await second.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await third.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
    }

    [Fact]
    public async Task Somebody_elses_device_and_an_unknown_one_are_the_same_to_everybody()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var colleague = await app.SignInAsync(trust.AsChampion);
        var champion = await app.AccountOfAsync(trust.AsChampion);
        var theirs = (await app.Db.AllAsync<AccountSession>()).Single(s => s.AccountId == champion);
        var token = (await visitor.OpenAsync("/account/devices")).Token;

        foreach (var device in new[] { theirs.Id.Value.ToString(), Guid.CreateVersion7(Given.Now).ToString(), "rubbish", "" })
        {
            (await visitor.ForgeAsync("/account/devices", ("__RequestVerificationToken", token), ("device", device))).Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await colleague.OpenAsync("/home")).Address.Should().Be("/home");
    }

    [Fact]
    public async Task A_form_sent_after_30_idle_minutes_leads_to_the_log_in_page_with_plain_words_and_back()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var champion = await app.SignInAsync(trust.AsChampion);
        var form = await champion.OpenAsync("/sessions/log");
        app.Clock.Advance(TimeSpan.FromMinutes(30));

        var asked = await form.PressAsync("Save session");

        asked.Address.Should().Be("/sign-in?returnUrl=%2Fsessions%2Flog");
        asked.Text.Should().Contain("You are logged out").And.Contain("What you sent was not saved. Log in to go back to the form.");
        (await champion.OpenAsync("/sign-in")).Text.Should().NotContain("What you sent was not saved", "it is said once");
        (await app.NewVisitor().OpenAsync("/home")).Text.Should().NotContain("You are logged out", "they never were in");
    }

    [Fact]
    public async Task Staying_logged_in_takes_one_post_and_lasts_12_hours_at_most()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var page = await visitor.OpenAsync("/account/stay");
        page.Find("#app-session").GetAttribute("data-unused").Should().Be("1801");
        page.Find("#app-session").GetAttribute("data-latest").Should().Be("43201");

        for (var half = 0; half < 24; half++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(29));
            (await page.PressAsync("Stay logged in")).Address.Should().Be("/account/stay");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(24));
        (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "12 hours are over");
    }

    [Fact]
    public async Task The_script_is_answered_with_seconds()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var token = (await visitor.OpenAsync("/account/stay")).Token;
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/stay")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
            Headers = { { "Accept", "application/json" } },
        };
        using var answer = await visitor.Client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).Should().Be("{\"unused\":1801,\"latest\":42601}");
    }

    [Fact]
    public async Task Where_the_trust_does_not_permit_it_the_box_of_ones_own_phone_counts_for_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var phone = app.NewVisitor();
        var token = (await phone.OpenAsync("/sign-in/password")).Token;

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["Input.Email"] = trust.Colleague.Email, ["Input.Password"] = ChampionsApp.Password, ["OwnPhone"] = "true",
        });
        using var entered = await phone.Client.PostAsync("/sign-in/password", form);

        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        entered.Headers.GetValues("Set-Cookie").Should().Contain(c => c.StartsWith("champions=", StringComparison.Ordinal) && !c.Contains("expires", StringComparison.OrdinalIgnoreCase), "it goes with the window");
        (await app.Db.AllAsync<AccountSession>()).Single().IsOwnPhone.Should().BeFalse();
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await phone.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
    }

    [Theory, EveryDatabase]
    public async Task A_phone_of_ones_own_stays_in_for_20_idle_hours_until_the_trust_ends_it(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        (await app.NewVisitor().OpenAsync("/sign-in/password")).TextOf("label").Should().NotContain("This is my own phone");
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var details = await administrator.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}");
        (await details.PressAsync("Let people stay logged in on their own phones")).Text.Should().Contain("End this for own phones");
        (await app.Db.AllAsync<Trust>()).Single().AllowsOwnPhones.Should().BeTrue();

        var phone = app.NewVisitor();
        var door = await phone.OpenAsync("/sign-in/password");
        await door.PressAsync("Log in", ("Input.Email", trust.Colleague.Email), ("Input.Password", ChampionsApp.Password), ("OwnPhone", "true"));
        app.Clock.Advance(TimeSpan.FromHours(19));
        (await phone.OpenAsync("/home")).Address.Should().Be("/home");
        app.Clock.Advance(TimeSpan.FromHours(19));
        (await phone.OpenAsync("/account/devices")).Text.Should().Contain("on your own phone");

        await app.Db.ChangeAsync<Trust>(t => t.Id == trust.Trust.Id, t => t.AllowOwnPhones(false));
        (await phone.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "what the trust no longer permits counts at the next request");
    }
}
