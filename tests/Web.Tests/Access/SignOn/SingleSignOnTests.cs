using System.Net;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.TestSupport.SignOn;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Access.SignOn;

/// <summary>Single sign-on against a real OpenID Connect provider, over real HTTP between the two.</summary>
public sealed class SingleSignOnTests
{
    [Theory, EveryDatabase]
    public async Task A_linked_person_is_in_with_one_click_and_lands_where_they_were_going(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1");
        var visitor = world.App.NewVisitor();

        var page = await world.LogInAsync(visitor, "/follow-ups");

        page.Address.Should().Be("/follow-ups");
        (await world.App.Db.AllAsync<AccountSession>()).Should().Contain(s => s.Method == SignInMethod.SingleSignOn && s.SecondFactorAt == null);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_new_proves_their_email_once_agrees_and_is_in_at_once_the_next_time(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.Provider.PersonIsAsync("subject-2", "tom@trust.example");
        var visitor = world.App.NewVisitor();

        var door = await world.LogInAsync(visitor);
        door.Address.Should().StartWith("/sign-in?returnUrl=");
        door.Text.Should().Contain("RA7 account knows you");
        await world.App.SignInAsync(visitor, world.Trust.AsStaff);
        var link = await visitor.OpenAsync("/sign-in/single-sign-on/link");
        link.Text.Should().Contain("tom@trust.example");
        (await link.PressAsync("Link them")).Address.Should().Be("/home");

        var next = world.App.NewVisitor();
        (await world.LogInAsync(next)).Address.Should().Be("/home");
        (await world.App.Db.AllAsync<ExternalLogin>()).Should().ContainSingle(l => l.Subject == "subject-2" && l.Issuer == world.Provider.Issuer);
        (await visitor.OpenAsync("/sign-in/single-sign-on/link")).Address.Should().Be("/home", "what was linked does not wait any longer");
    }

    [Theory, EveryDatabase]
    public async Task The_same_address_at_the_provider_gives_nobody_an_account(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.App.AccountOfAsync(world.Trust.AsChampion);
        await world.Provider.PersonIsAsync("a-stranger", world.Trust.ChampionPerson.Email);
        var visitor = world.App.NewVisitor();

        (await world.LogInAsync(visitor)).Address.Should().StartWith("/sign-in");

        (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await world.App.Db.AllAsync<AccountSession>()).Should().NotContain(s => s.Method == SignInMethod.SingleSignOn);
    }

    [Theory, EveryDatabase]
    public async Task A_trusts_provider_lets_in_people_of_that_trust_alone(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.LinkAsync(world.Other.AsChampion, "theirs");
        await world.Provider.PersonIsAsync("theirs");

        var page = await world.LogInAsync(world.App.NewVisitor());

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().ContainSingle(e => e.StartsWith("This account cannot be used to log in here"));
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_account_stays_out(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.LinkAsync(world.Trust.AsStaff, "gone");
        await world.App.Db.ChangeAsync<Account>(a => a.StaffMemberId == world.Trust.Colleague.Id, a => a.Disable());
        await world.Provider.PersonIsAsync("gone");

        (await world.LogInAsync(world.App.NewVisitor())).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_account_of_another_trust_cannot_be_linked()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.Provider.PersonIsAsync("subject-3");
        var visitor = world.App.NewVisitor();
        await world.LogInAsync(visitor);
        await world.App.SignInAsync(visitor, world.Other.AsStaff);

        var page = await (await visitor.OpenAsync("/sign-in/single-sign-on/link")).PressAsync("Link them");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        (await world.App.Db.AllAsync<ExternalLogin>()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_provider_that_lies_lets_nobody_in()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1");

        string[] lies = ["issuer", "audience", "nonce", "no nonce", "expired", "other key", "secret as key", "none", "no subject", "no expiry"];
        foreach (var lie in lies)
        {
            await world.Provider.LieAsync(lie);
            var visitor = world.App.NewVisitor();
            var page = await world.LogInAsync(visitor);

            page.Status.Should().Be(HttpStatusCode.BadRequest, $"of the lie about {lie}");
            page.Heading.Should().Be("You are not logged in");
            (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in", $"after the lie about {lie}");
        }

        await world.Provider.LieAsync("");
        (await world.LogInAsync(world.App.NewVisitor())).Address.Should().Be("/home", "the truth still gets in");
    }

    [Fact]
    public async Task A_provider_that_publishes_another_issuer_than_the_one_entered_lets_nobody_in()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.App.Db.SaveAsync(new ExternalLogin(
            await world.App.AccountOfAsync(world.Trust.AsChampion), "http://localhost:1/other", "subject-1", world.App.Clock.Now));
        await world.Provider.PersonIsAsync("subject-1");
        await world.Provider.LieAsync("published issuer");
        var visitor = world.App.NewVisitor();

        (await world.LogInAsync(visitor)).Status.Should().Be(HttpStatusCode.BadRequest);

        (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
    }

    [Theory, EveryDatabase]
    public async Task A_session_that_was_left_open_cannot_be_linked_and_a_link_is_told_by_email(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.Provider.PersonIsAsync("subject-4");
        var visitor = world.App.NewVisitor();
        await world.LogInAsync(visitor);
        await world.App.SignInAsync(visitor, world.Trust.AsStaff);
        var page = await visitor.OpenAsync("/sign-in/single-sign-on/link");
        var start = world.App.Clock.Now;
        world.App.Clock.Now = start.AddMinutes(16);

        (await page.PressAsync("Link them")).Address.Should().StartWith("/sign-in/again?returnUrl=");
        (await world.App.Db.AllAsync<ExternalLogin>()).Should().BeEmpty();

        world.App.Clock.Now = start.AddMinutes(1);
        (await page.PressAsync("Link them")).Text.Should().Contain("From now on you can log in with RA7 account.");
        (await world.App.Db.EmailsAsync()).Should().ContainSingle(e =>
            e.Reason == ReminderReason.AccountChanged && e.RecipientId == world.Trust.Colleague.Id && e.Data.Contains("RA7 account"));
    }

    [Theory, EveryDatabase]
    public async Task A_linked_account_is_taken_away_by_its_person_and_opens_nothing_more(DatabaseKind kind)
    {
        await using var world = await SignOnWorld.CreateAsync(kind);
        await world.LinkAsync(world.Trust.AsStaff, "subject-5");
        await world.LinkAsync(world.Trust.AsChampion, "of-somebody-else");
        await world.Provider.PersonIsAsync("subject-5");
        var stranger = world.App.NewVisitor();
        (await world.LogInAsync(stranger)).Address.Should().Be("/home");
        var person = await world.App.SignInAsync(world.Trust.AsStaff);
        (await person.OpenAsync("/account/security")).Text.Should().Contain("1 linked account");
        var page = await person.OpenAsync("/account/security/single-sign-on");
        var start = world.App.Clock.Now;
        world.App.Clock.Now = start.AddMinutes(16);
        (await page.PressAsync("Remove RA7 account")).Address.Should().StartWith("/sign-in/again?returnUrl=", "it needs a fresh proof");

        world.App.Clock.Now = start.AddMinutes(1);
        (await page.PressAsync("Remove RA7 account")).Text.Should().Contain("The account no longer lets you log in.").And.Contain("No other account lets you log in here.");

        (await world.App.Db.AllAsync<ExternalLogin>()).Should().ContainSingle(l => l.Subject == "of-somebody-else");
        (await stranger.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "other sessions have ended");
        (await world.LogInAsync(world.App.NewVisitor())).Address.Should().StartWith("/sign-in");
        (await world.App.Db.EmailsAsync()).Should().ContainSingle(e =>
            e.Reason == ReminderReason.AccountChanged && e.RecipientId == world.Trust.Colleague.Id && e.Data.Contains("can no longer log in as you"));
    }

    [Fact]
    public async Task What_somebody_left_waiting_in_a_shared_browser_is_not_offered_to_whoever_logs_in_next()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-6");
        await world.Provider.PersonIsAsync("of-whoever-was-here");
        var visitor = world.App.NewVisitor();
        await world.LogInAsync(visitor);
        await world.Provider.PersonIsAsync("subject-6");

        (await world.LogInAsync(visitor)).Address.Should().Be("/home");

        (await visitor.OpenAsync("/sign-in/single-sign-on/link")).Address.Should().Be("/home", "nothing waits any longer");
    }

    [Fact]
    public async Task An_answer_is_good_once_and_only_in_the_browser_that_asked()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1");
        var visitor = world.App.NewVisitor();
        var answer = (await world.AnswerAsync(visitor)).PathAndQuery;

        (await world.App.NewVisitor().OpenAsync(answer)).Status.Should().Be(HttpStatusCode.BadRequest, "another browser did not ask");
        (await visitor.OpenAsync(answer)).Address.Should().Be("/home");
        (await visitor.OpenAsync(answer)).Status.Should().Be(HttpStatusCode.BadRequest, "it was used");
        (await world.App.Db.AllAsync<AccountSession>()).Count(s => s.Method == SignInMethod.SingleSignOn).Should().Be(1);
    }

    [Fact]
    public async Task A_stolen_code_is_of_no_use_in_an_answer_of_ones_own()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1");
        var stolen = Query(await world.AnswerAsync(world.App.NewVisitor()));
        var thief = world.App.NewVisitor();
        var own = await world.AnswerAsync(thief);

        var page = await thief.OpenAsync($"{own.AbsolutePath}?code={stolen["code"]}&state={Uri.EscapeDataString(Query(own)["state"])}&iss={Uri.EscapeDataString(world.Provider.Issuer)}");

        page.Status.Should().Be(HttpStatusCode.BadRequest, "the code belongs to another PKCE verifier");
    }

    [Fact]
    public async Task A_required_authentication_context_must_be_named()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite, requiredAcr: "urn:trust:gold", givesSecondFactor: true);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");

        await world.Provider.PersonIsAsync("subject-1");
        (await world.LogInAsync(world.App.NewVisitor())).Status.Should().Be(HttpStatusCode.BadRequest);

        await world.Provider.PersonIsAsync("subject-1", acr: "urn:trust:gold");
        (await world.LogInAsync(world.App.NewVisitor())).Address.Should().Be("/home");
        (await world.App.Db.AllAsync<AccountSession>()).Should().Contain(s => s.Method == SignInMethod.SingleSignOn && s.SecondFactorAt != null);
    }

    [Fact]
    public async Task A_provider_that_is_turned_off_or_unknown_looks_like_none()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        (await world.App.NewVisitor().OpenAsync("/sign-in/single-sign-on")).Text.Should().Contain("RA7 account");
        var administrator = await world.App.SignInAsync(SmallTrust.AsAdministrator);
        var page = await administrator.OpenAsync($"/admin/trusts/{world.Trust.Trust.Id.Value}/single-sign-on/{world.Id.Value}");

        (await page.PressAsync("Turn off")).Text.Should().Contain("People can no longer log in with RA7 account");

        var visitor = world.App.NewVisitor();
        (await visitor.OpenAsync($"/sign-in/single-sign-on/{world.Id.Value}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.OpenAsync($"/sign-in/single-sign-on/{world.Id.Value}/return?code=1&state=2")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.OpenAsync("/sign-in/single-sign-on")).Text.Should().NotContain("RA7 account");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_gets_a_plain_page()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.Provider.StopAsync();

        var page = await world.App.NewVisitor().OpenAsync($"/sign-in/single-sign-on/{world.Id.Value}");

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Heading.Should().Be("We could not reach RA7 account");
    }

    [Fact]
    public async Task The_address_to_come_back_to_is_ours_whatever_the_request_says()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        var visitor = world.App.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        var answer = await world.AnswerAsync(visitor);

        answer.GetLeftPart(UriPartial.Path).Should().Be($"http://localhost/sign-in/single-sign-on/{world.Id.Value}/return");
    }

    [Theory]
    [InlineData("Input.Issuer", "http://login.example", "Enter the issuer's address, starting with https://, for example https://login.example.nhs.uk/trust.")]
    [InlineData("Input.Issuer", "javascript:alert(1)", "Enter the issuer's address, starting with https://, for example https://login.example.nhs.uk/trust.")]
    [InlineData("Input.Issuer", "https://user:pass@login.example", "Enter the issuer's address, starting with https://, for example https://login.example.nhs.uk/trust.")]
    [InlineData("Input.Issuer", "", "Enter the issuer's address, starting with https://")]
    [InlineData("Input.Name", "", "Enter a name, for example University Hospitals account")]
    [InlineData("Input.ClientId", "", "Enter the client ID that the identity provider gave you")]
    public async Task What_cannot_be_a_provider_is_refused_beside_its_box(string field, string typed, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var page = await administrator.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}/single-sign-on/new");
        var answers = new Dictionary<string, string?>
        {
            ["Input.Name"] = "Trust account", ["Input.Issuer"] = "https://login.example", ["Input.ClientId"] = "champions", [field] = typed,
        };

        page = await page.PressAsync("Add", [.. answers.Select(a => (a.Key, a.Value))]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(words);
        (await app.Db.AllAsync<SingleSignOn>()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_client_secret_is_never_shown_and_never_stored_readable()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        var administrator = await world.App.SignInAsync(SmallTrust.AsAdministrator);

        var page = await administrator.OpenAsync($"/admin/trusts/{world.Trust.Trust.Id.Value}/single-sign-on/{world.Id.Value}");

        page.Body.Should().NotContain(IdentityProvider.ClientSecret);
        var stored = (await world.App.Db.AllAsync<SingleSignOn>()).Single();
        stored.ProtectedSecret.Should().NotBeNullOrEmpty().And.NotContain("thirty-two");
        (await page.PressAsync("Save", ("Input.Name", "New name"))).Text.Should().Contain("New name is saved.");
        (await world.App.Db.AllAsync<SingleSignOn>()).Single().ProtectedSecret.Should().Be(stored.ProtectedSecret, "an empty box keeps it");
    }

    private static Dictionary<string, string> Query(Uri address) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query)
        .ToDictionary(q => q.Key, q => q.Value.ToString());
}
