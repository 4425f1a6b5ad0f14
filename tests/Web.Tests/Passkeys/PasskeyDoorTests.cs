using System.Net;
using Champions.Domain.Accounts;
using Champions.TestSupport.Passkeys;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Passkeys;

/// <summary>A passkey as the second step: at the door, as the first one a person sets up, and when they must show again that it is them.</summary>
public sealed class PasskeyDoorTests
{
    private const string Refused = "This passkey did not work here. Try again, or log in another way.";

    [Theory, EveryDatabase]
    public async Task A_coordinator_gives_a_passkey_after_the_password_and_lands_where_they_wanted_to_go(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator { CredentialId = [1, 2, 3, 4, 5, 6] };
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(phone);
        var visitor = app.NewVisitor();

        var door = await GivePasswordAsync(visitor, trust, "/wards");
        var question = await visitor.AskAsync(door);
        var landed = await door.AnswerAsync(phone.Use(question));

        door.Address.Should().Be("/sign-in/second-factor");
        question.Should().Contain("\"id\":\"AQIDBAUG\"", "the device is told which passkeys are hers");
        landed.Address.Should().Be("/wards");
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle(s => s.Method == SignInMethod.Password).Which.SecondFactorAt.Should().Be(app.Clock.Now);
    }

    [Theory, EveryDatabase]
    public async Task Another_persons_passkey_is_no_second_step(DatabaseKind kind)
    {
        using var hers = new SoftwareAuthenticator();
        using var his = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(hers);
        await (await app.SignInAsync(trust.AsStaff)).AddPasskeyAsync(his);
        var visitor = app.NewVisitor();
        var door = await GivePasswordAsync(visitor, trust);

        var refused = await door.AnswerAsync(his.Use(await visitor.AskAsync(door)));

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Address.Should().Be("/sign-in/second-factor/passkey");
        refused.Errors.Should().Equal(Refused);
        (await refused.AnswerAsync(hers.Use(await visitor.AskAsync(refused)))).Address.Should().Be("/home", "the page it leads to asks again");
    }

    [Fact]
    public async Task An_answer_to_the_question_of_the_log_in_page_is_no_second_step()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(phone);
        var visitor = app.NewVisitor();
        var door = await GivePasswordAsync(visitor, trust);

        var refused = await door.AnswerAsync(phone.Use(await visitor.AskAsync(await visitor.OpenAsync("/sign-in/passkey"))));

        refused.Errors.Should().Equal(Refused);
    }

    [Theory]
    [InlineData("/sign-in/second-factor/passkey")]
    [InlineData("/sign-in/second-factor/set-up/passkey")]
    public async Task Who_has_proved_nothing_is_asked_nothing(string address)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = app.NewVisitor();
        var token = ("__RequestVerificationToken", (await visitor.OpenAsync("/sign-in/passkey")).Token);

        (await visitor.OpenAsync(address)).Address.Should().Be("/sign-in");
        (await visitor.ForgeAsync(address, token, ("Input.Credential", "{}"))).Address.Should().Be("/sign-in");
        (await visitor.ForgeAsync($"{address}?handler=ask", token)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory, EveryDatabase]
    public async Task Who_needs_a_second_step_and_has_none_sets_a_passkey_up_at_the_door(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var visitor = app.NewVisitor();

        var door = await GivePasswordAsync(visitor, trust, "/wards");
        var landed = await door.AnswerAsync(phone.Make(await visitor.AskAsync(door)));

        door.Address.Should().Be("/sign-in/second-factor/set-up");
        landed.Address.Should().Be("/wards");
        landed.Text.Should().Contain("Passkey added.");
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle().Which.Name.Should().Be("Unknown device");
        (await app.Db.EmailsAsync()).Should().ContainSingle(email => email.Data.Contains("A passkey was added.", StringComparison.Ordinal));
        (await app.NewVisitor().LogInWithPasskeyAsync(phone)).Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task A_thief_with_the_password_cannot_add_a_passkey_at_the_door_once_there_is_a_second_step(DatabaseKind kind)
    {
        using var hers = new SoftwareAuthenticator();
        using var thiefs = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsCoordinator);
        var thief = app.NewVisitor();
        var door = await GivePasswordAsync(thief, trust);
        var answer = thiefs.Make(await thief.AskAsync(door));
        await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(hers);

        var refused = await door.AnswerAsync(answer);

        refused.Address.Should().Be("/sign-in/second-factor");
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle().Which.CredentialId.Should().Equal(hers.CredentialId);
    }

    [Theory, EveryDatabase]
    public async Task A_passkey_shows_again_that_it_is_the_person_and_leads_back(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        await visitor.AddPasskeyAsync(phone);
        app.Clock.Advance(AccountSession.Fresh);

        var page = await visitor.OpenAsync("/account/passkeys/add");
        var back = await page.AnswerAsync(phone.Use(await visitor.AskAsync(page)));

        page.Address.Should().Be("/sign-in/again?returnUrl=%2Faccount%2Fpasskeys%2Fadd&second=true");
        back.Address.Should().Be("/account/passkeys/add");
        back.Heading.Should().Be("Add a passkey");
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle("the session is the same");
    }

    [Fact]
    public async Task Another_persons_passkey_shows_nothing()
    {
        using var hers = new SoftwareAuthenticator();
        using var his = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        await visitor.AddPasskeyAsync(hers);
        await (await app.SignInAsync(trust.AsStaff)).AddPasskeyAsync(his);
        app.Clock.Advance(AccountSession.Fresh);
        var page = await visitor.OpenAsync("/account/passkeys/add");

        var refused = await page.AnswerAsync(his.Use(await visitor.AskAsync(page)));

        refused.Errors.Should().Equal(Refused);
        (await visitor.OpenAsync("/account/passkeys/add")).Address.Should().StartWith("/sign-in/again");
    }

    private static async Task<Page> GivePasswordAsync(Visitor visitor, SmallTrust trust, string? wanted = null)
    {
        var page = await visitor.OpenAsync(wanted is null ? "/sign-in/password" : $"/sign-in/password?returnUrl={Uri.EscapeDataString(wanted)}");
        return await page.PressAsync("Log in", ("Input.Email", trust.Coordinator.Email), ("Input.Password", ChampionsApp.Password));
    }
}
