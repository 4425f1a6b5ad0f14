using System.Net;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.Reminders;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

public sealed class SecondFactorTests
{
    private static readonly Guesser Stranger = new("10.200.0.1", new Dictionary<AccountId, string>());

    [Theory, EveryDatabase]
    public async Task A_coordinator_sets_up_an_app_at_the_door_and_is_asked_for_it_from_then_on(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var visitor = app.NewVisitor();

        var setUp = await visitor.LogInAsync(trust.Coordinator.Email, returnUrl: "/wards");
        setUp.Address.Should().Be(Door.SetUp);
        (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in?", "the first factor alone opens nothing");
        (await setUp.PressAsync("Continue", ("Input.Code", "000000"))).Errors.Should().Equal(AccountErrors.WrongCode.Message);
        var (authenticator, codes, inside) = await setUp.SetUpAppAsync(app);

        inside.Address.Should().Be("/wards");
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex("^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$"));
        var account = await app.AccountAsync(trust.Coordinator.Email);
        account.AuthenticatorKey.Should().NotContain(setUp.Find(".app-key").TextContent.Replace(" ", "", StringComparison.Ordinal));
        (await app.SecretsAsync(ReminderReason.AccountChanged)).Should().ContainSingle().Which.Should().Contain("An authenticator app was set up.");

        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var next = app.NewVisitor();
        var asked = await next.LogInAsync(trust.Coordinator.Email);
        asked.Address.Should().Be(Door.Again);
        (await asked.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Address.Should().Be("/home");
        (await next.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_the_first_factor_alone_no_page_opens()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Coordinator.Email);

        foreach (var address in (string[])["/home", "/wards", "/account/security", "/account/security/app", "/sign-in/again", "/help"])
        {
            (await visitor.OpenAsync(address)).Address.Should().StartWith("/sign-in?returnUrl=", $"of {address}");
        }

        (await app.Db.AllAsync<AccountSession>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_code_gets_one_person_in_once_however_many_try_it_at_the_same_time(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (_, authenticator, codes) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var account = (await app.AccountAsync(trust.Coordinator.Email)).Id;
        var code = authenticator.CodeAt(app.Clock.Now);

        foreach (var once in (string[])[code, codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)])
        {
            var tried = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Run(services => services
                .GetRequiredService<CheckSecondFactorHandler>().HandleAsync(new CheckSecondFactor(account, once, "A test", Stranger), CancellationToken.None))));

            tried.Count(t => t.IsSuccess).Should().Be(1, $"of {once}");
            tried.Where(t => !t.IsSuccess).Should().AllSatisfy(t => t.Error.Should().Be(AccountErrors.WrongCode));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task A_code_seen_over_the_shoulder_is_worth_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (_, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var code = authenticator.CodeAt(app.Clock.Now);
        (await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email)).PressAsync("Log in", ("Input.Code", code))).Address.Should().Be("/home");

        var asked = await app.NewVisitor().LogInAsync(trust.Coordinator.Email);

        var again = await asked.PressAsync("Log in", ("Input.Code", code));
        again.Status.Should().Be(HttpStatusCode.BadRequest);
        again.Errors.Should().Equal(AccountErrors.WrongCode.Message);
        (await again.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now, steps: -1)))).Errors.Should().Equal(AccountErrors.WrongCode.Message);
        (await again.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now, steps: 1)))).Address.Should().Be("/home");
    }

    [Fact]
    public async Task Each_recovery_code_gets_in_once_and_the_person_is_told()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (_, _, codes) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);

        var paper = await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email)).FollowAsync("enter a recovery code");
        var inside = await paper.PressAsync("Log in", ("Input.Code", codes[3]));

        inside.Address.Should().Be("/home");
        inside.Text.Should().Contain("You have 9 recovery codes left.");
        (await app.SecretsAsync(ReminderReason.AccountChanged))[^1].Should().Contain("A recovery code was used");
        var second = await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email)).FollowAsync("enter a recovery code");
        (await second.PressAsync("Log in", ("Input.Code", codes[3]))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_slowed_down_and_the_person_still_gets_in_on_their_own_device()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (own, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        await (await own.OpenAsync("/home")).PressAsync("Log out");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
        {
            var thief = await app.NewVisitor().LogInAsync(trust.Coordinator.Email);
            statuses.Add((await thief.PressAsync("Log in", ("Input.Code", $"{i:D6}"))).Status);
        }

        statuses.Count(s => s == HttpStatusCode.BadRequest).Should().Be(10);
        statuses.Skip(10).Should().AllBeEquivalentTo(HttpStatusCode.TooManyRequests);
        var asked = await own.LogInAsync(trust.Coordinator.Email);
        (await asked.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Address.Should().Be("/home");
    }

    [Fact]
    public async Task The_way_from_the_first_to_the_second_factor_is_open_for_ten_minutes()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (_, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var asked = await app.NewVisitor().LogInAsync(trust.Coordinator.Email);

        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        (await asked.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Address.Should().Be("/sign-in");
    }

    [Fact]
    public async Task A_new_password_closes_the_way_of_whoever_came_with_the_old_one()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (own, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var thief = await app.NewVisitor().LogInAsync(trust.Coordinator.Email);
        (await (await own.OpenAsync("/account/security/password")).PressAsync("Save password", ("Input.Password", "violet kettle marsh")))
            .Address.Should().Be("/account/security");

        (await thief.PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Address.Should().Be("/sign-in");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_puts_another_app_in_place_of_the_persons_at_the_door(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var thief = app.NewVisitor();
        var thiefsPage = await thief.LogInAsync(trust.Coordinator.Email);
        thiefsPage.Address.Should().Be(Door.SetUp);
        var thiefsApp = Authenticator.For(thiefsPage);
        await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var before = (await app.AccountAsync(trust.Coordinator.Email)).AuthenticatorKey;

        var refused = await thiefsPage.PressAsync("Continue", ("Input.Code", thiefsApp.CodeAt(app.Clock.Now)));
        var late = await thief.LogInAsync(trust.Coordinator.Email);
        var forged = await thief.ForgeAsync(
            Door.SetUp, ("__RequestVerificationToken", late.Token), ("Input.Key", thiefsPage.Find("[name='Input.Key']").GetAttribute("value")!), ("Input.Code", thiefsApp.CodeAt(app.Clock.Now)));
        var now = await app.AccountAsync(trust.Coordinator.Email);
        var raced = await app.Run(async services => await services.GetRequiredService<SetUpAuthenticatorHandler>().HandleAsync(
            new SetUpAuthenticator(
                now.Id, now.SessionGeneration, thiefsPage.Find("[name='Input.Key']").GetAttribute("value")!, thiefsApp.CodeAt(app.Clock.Now), "A test", Stranger),
            CancellationToken.None));

        refused.Address.Should().Be("/sign-in");
        forged.Address.Should().Be(Door.Again);
        raced.Error.Should().Be(AccountErrors.HasSecondFactor);
        (await app.AccountAsync(trust.Coordinator.Email)).AuthenticatorKey.Should().Be(before);
    }

    [Fact]
    public async Task Staff_are_let_in_by_password_alone_until_they_turn_an_app_on()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        (await visitor.LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home");

        var offer = await visitor.OpenAsync("/account/security/app");
        var authenticator = Authenticator.For(offer);
        (await offer.PressAsync("Use this app", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Heading.Should().Be("Your recovery codes");

        (await visitor.OpenAsync("/home")).Address.Should().Be("/home", "the person stays in");
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email)).Address.Should().Be(Door.Again);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_who_comes_to_a_role_that_needs_it_is_asked_at_the_next_request_and_told_why(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);
        await app.ChangeAccountAsync(trust.Colleague.Email, account => account.Grant(Roles.Coordinator));

        var page = await visitor.OpenAsync("/bookings");

        page.Address.Should().Be("/sign-in?returnUrl=%2Fbookings&why=second-step");
        page.Text.Should().Contain("You have a new role in Champions that needs a second step to log in.");
        (await visitor.LogInAsync(trust.Colleague.Email)).Address.Should().Be(Door.SetUp);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("https://evil.example/home")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    public async Task An_address_of_another_site_is_forgotten_on_the_way_through_the_second_factor(string returnUrl)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);

        var (_, _, inside) = await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email, returnUrl: returnUrl)).SetUpAppAsync(app);

        inside.Address.Should().Be("/home");
    }

    [Fact]
    public async Task A_session_that_somebody_planted_is_not_the_one_that_is_opened()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (_, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var victim = app.NewVisitor();
        await app.SignInAsync(victim, trust.AsStaff);
        var planted = victim.Cookies.GetAllCookies().Single(c => c.Name == "champions").Value;
        await (await victim.OpenAsync("/home")).PressAsync("Log out");
        victim.Cookies.Add(new Uri("http://localhost"), new Cookie("champions", planted) { Path = "/" });

        await (await victim.LogInAsync(trust.Coordinator.Email)).PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)));

        victim.Cookies.GetAllCookies().Single(c => c.Name == "champions").Value.Should().NotBe(planted);
        (await app.Db.AllAsync<AccountSession>()).Select(s => s.Id).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("http://localhost", "champions-entering", false)]
    [InlineData("https://localhost", "__Host-champions-entering", true)]
    public async Task The_cookie_on_the_way_is_for_this_host_and_no_script(string publicUrl, string name, bool secure)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("PublicUrl", publicUrl));
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var visitor = app.NewVisitor(new Uri(publicUrl));
        var form = await visitor.OpenAsync("/sign-in/password");

        using var answer = await visitor.Client.PostAsync("/sign-in/password", new FormUrlEncodedContent(
            form.FieldsOf("Log in", ("Input.Email", trust.Coordinator.Email), ("Input.Password", ChampionsApp.Password)).Select(f => KeyValuePair.Create(f.Name, f.Value))));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(name + "=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.Should().Contain("; httponly").And.Contain("; samesite=lax").And.Contain("; path=/").And.NotContain("domain=").And.NotContain("expires=");
        cookie.Contains("; secure", StringComparison.Ordinal).Should().Be(secure);
        answer.Headers.GetValues("Set-Cookie").Should().NotContain(c => c.StartsWith(name.Replace("-entering", "", StringComparison.Ordinal) + "=", StringComparison.Ordinal), "there is no session yet");
    }
}
