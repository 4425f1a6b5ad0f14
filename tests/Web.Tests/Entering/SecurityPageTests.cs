using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Reminders;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

public sealed class SecurityPageTests
{
    private const string New = "violet kettle marsh";

    [Theory, EveryDatabase]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await app.SignInAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);

        var page = await (await visitor.OpenAsync("/account/security")).FollowAsync("Change password");
        page = await page.PressAsync("Save password", ("Input.Password", New));

        page.Address.Should().Be("/account/security");
        page.Text.Should().Contain("Password saved. You are logged out on every other device.");
        (await visitor.OpenAsync("/home")).Address.Should().Be("/home");
        (await elsewhere.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email, New)).Address.Should().Be("/home");
        (await app.SecretsAsync(ReminderReason.AccountChanged)).Should().ContainSingle().Which.Should().Contain("Your password was changed.");
    }

    [Fact]
    public async Task Somebody_who_logs_in_with_codes_sets_their_first_password()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var account = Account.For(trust.Colleague, Roles.Staff, app.Clock.Now);
        await app.Db.SaveAsync(account);
        var visitor = await app.SignInAsync(trust.AsStaff, SignInMethod.EmailCode, withSecondFactor: false);

        var page = await visitor.OpenAsync("/account/security");
        page.Text.Should().Contain("Password None");
        page = await (await page.FollowAsync("Set password")).PressAsync("Save password", ("Input.Password", New));

        page.Text.Should().Contain("Set on ");
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email, New)).Address.Should().Be("/home");
    }

    [Theory]
    [InlineData("/account/security/password")]
    [InlineData("/account/security/app")]
    public async Task A_person_who_logged_in_a_while_ago_proves_again_who_they_are_and_comes_back(string address)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);
        app.Clock.Advance(AccountSession.Fresh);

        var asked = await visitor.OpenAsync(address);
        asked.Address.Should().Be($"/sign-in/again?returnUrl={Uri.EscapeDataString(address)}");
        var wrong = await asked.PressAsync("Continue", ("Input.Password", "not the password"));
        wrong.Status.Should().Be(HttpStatusCode.BadRequest);
        wrong.Errors.Should().Equal("This is not your password. Try again.");
        (await wrong.PressAsync("Continue", ("Input.Password", ""))).Errors.Should().Equal("Enter your password");
        var back = await wrong.PressAsync("Continue", ("Input.Password", ChampionsApp.Password));

        back.Address.Should().Be(address);
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle("it is the same session").Which.ProvedAt.Should().Be(app.Clock.Now);
    }

    [Fact]
    public async Task A_form_that_was_open_for_too_long_asks_before_anything_is_changed()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);
        var form = await visitor.OpenAsync("/account/security/password");
        var before = (await app.AccountAsync(trust.Colleague.Email)).PasswordHash;
        app.Clock.Advance(AccountSession.Fresh);

        var asked = await form.PressAsync("Save password", ("Input.Password", New));

        asked.Address.Should().StartWith("/sign-in/again?returnUrl=");
        (await app.AccountAsync(trust.Colleague.Email)).PasswordHash.Should().Be(before);
    }

    [Fact]
    public async Task Whoever_has_an_app_proves_it_with_the_app_and_the_password_will_not_do()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (visitor, authenticator, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        app.Clock.Advance(AccountSession.Fresh);

        var asked = await visitor.OpenAsync("/account/security/password");
        asked.Address.Should().Be("/sign-in/again?returnUrl=%2Faccount%2Fsecurity%2Fpassword&second=true");
        asked.Document.QuerySelector("[name='Input.Password']").Should().BeNull();
        var forged = await visitor.ForgeAsync(
            asked.Address, ("__RequestVerificationToken", asked.Token), ("Input.Password", ChampionsApp.Password), ("Second", "false"));
        forged.Status.Should().Be(HttpStatusCode.BadRequest);

        (await asked.PressAsync("Continue", ("Input.Code", authenticator.CodeAt(app.Clock.Now)))).Address.Should().Be("/account/security/password");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("https://evil.example")]
    public async Task Proving_again_leads_to_no_other_site(string returnUrl)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);

        var asked = await visitor.OpenAsync($"/sign-in/again?returnUrl={Uri.EscapeDataString(returnUrl)}");

        (await asked.PressAsync("Continue", ("Input.Password", ChampionsApp.Password))).Address.Should().Be("/home");
    }

    [Fact]
    public async Task Somebody_with_neither_password_nor_app_logs_in_again_and_the_old_session_is_over()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(Account.For(trust.Colleague, Roles.Staff, app.Clock.Now));
        var visitor = await app.SignInAsync(trust.AsStaff, SignInMethod.EmailCode, withSecondFactor: false);
        app.Clock.Advance(AccountSession.Fresh);

        var page = await (await visitor.OpenAsync("/account/security/password")).PressAsync("Log in again");

        page.Address.Should().Be("/sign-in?returnUrl=%2Faccount%2Fsecurity%2Fpassword");
        (await app.Db.AllAsync<AccountSession>()).Should().ContainSingle().Which.EndedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_password_that_is_too_short_by_now_proves_nothing_and_leads_to_a_new_log_in()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var hash = await app.Run(services => services.GetRequiredService<IPasswords>().HashAsync("amber marsh 7", CancellationToken.None));
        await app.ChangeAccountAsync(trust.Colleague.Email, a => a.SetPassword(hash.Value, app.Clock.Now));
        var visitor = await app.SignInAsync(trust.AsStaff, SignInMethod.EmailCode, withSecondFactor: false);
        app.Clock.Advance(AccountSession.Fresh);
        var asked = await visitor.OpenAsync("/account/security/password");

        (await asked.PressAsync("Continue", ("Input.Password", "amber marsh 8"))).Errors.Should().Equal("This is not your password. Try again.");
        var told = await asked.PressAsync("Continue", ("Input.Password", "amber marsh 7"));

        told.Errors.Should().Equal(AccountErrors.PasswordTooShortAlone.Message);
        (await told.PressAsync("Log in again")).Address.Should().Be("/sign-in?returnUrl=%2Faccount%2Fsecurity%2Fpassword");
    }

    [Fact]
    public async Task New_recovery_codes_void_the_old_ones()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (visitor, _, old) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);

        var page = await (await (await visitor.OpenAsync("/account/security")).FollowAsync("Make new ones in place of your recovery codes"))
            .PressAsync("Make new codes");

        var made = page.TextOf(".app-codes code");
        made.Should().HaveCount(10).And.NotIntersectWith(old);
        (await EnterAsync(app, trust, old[0])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await EnterAsync(app, trust, made[0])).Address.Should().Be("/home");
        (await visitor.OpenAsync("/account/security")).Text.Should().Contain("9 codes left");
    }

    [Fact]
    public async Task A_coordinator_keeps_the_app_and_moves_it_to_another_phone()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (visitor, old, _) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);

        var stop = await visitor.OpenAsync("/account/security/stop-app");
        stop.Text.Should().Contain("Your role needs a second step to log in");
        var forged = await visitor.ForgeAsync("/account/security/stop-app", ("__RequestVerificationToken", stop.Token));
        forged.Status.Should().Be(HttpStatusCode.Conflict);
        forged.Errors.Should().Equal(AccountErrors.MustKeepSecondFactor.Message);

        var offer = await visitor.OpenAsync("/account/security/app");
        var next = Authenticator.For(offer);
        (await offer.PressAsync("Use this app", ("Input.Code", next.CodeAt(app.Clock.Now)))).TextOf(".app-codes code").Should().HaveCount(10);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        (await EnterWithAppAsync(app, trust, old)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await EnterWithAppAsync(app, trust, next)).Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task Staff_may_stop_using_an_app_and_are_logged_out_elsewhere(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var visitor = app.NewVisitor();
        await visitor.LogInAsync(trust.Colleague.Email);
        var offer = await visitor.OpenAsync("/account/security/app");
        await offer.PressAsync("Use this app", ("Input.Code", Authenticator.For(offer).CodeAt(app.Clock.Now)));
        var elsewhere = await app.SignInAsync(trust.AsStaff);

        var page = await (await visitor.OpenAsync("/account/security/stop-app")).PressAsync("Stop using the app");

        page.Address.Should().Be("/account/security");
        page.Text.Should().Contain("Authenticator app Off");
        (await elsewhere.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home");
        var account = await app.AccountAsync(trust.Colleague.Email);
        (account.AuthenticatorKey, account.AuthenticatorStep).Should().Be((null, 0));
        (await app.Db.AllAsync<RecoveryCode>()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_was_shown_to_somebody_else_or_is_made_up_is_not_taken()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await (await app.SignInAsync(trust.AsHelpdesk)).OpenAsync("/account/security/app");
        var visitor = await app.SignInAsync(trust.AsStaff);
        var own = await visitor.OpenAsync("/account/security/app");

        foreach (var key in (string[])[other.Find("[name='Input.Key']").GetAttribute("value")!, "AAAA", ""])
        {
            var answer = await visitor.ForgeAsync(
                "/account/security/app", ("__RequestVerificationToken", own.Token), ("Input.Key", key), ("Input.Code", Authenticator.For(other).CodeAt(app.Clock.Now)));
            answer.Status.Should().Be(HttpStatusCode.BadRequest);
            answer.Errors.Should().Equal(AccountErrors.SetUpTooOld.Message);
        }

        (await app.AccountAsync(trust.Colleague.Email)).HasAuthenticator.Should().BeFalse();
    }

    [Fact]
    public async Task Handlers_ask_for_a_fresh_proof_themselves()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var account = await app.AccountOfAsync(trust.AsStaff);
        var stale = trust.AsStaff with { AccountId = account, Generation = 1, ProvedAt = app.Clock.Now - AccountSession.Fresh, SecondFactorAt = null };

        (await app.Db.As<ChangePasswordHandler, Domain.Common.Result<AccountId>>(
            stale, handler => handler.HandleAsync(new ChangePassword(New, "A test"), stale, CancellationToken.None))).Error.Should().Be(AccountErrors.NotFresh);
        (await app.Db.As<RemoveAuthenticatorHandler, Domain.Common.Result<AccountId>>(
            stale, handler => handler.HandleAsync(new RemoveAuthenticator("A test"), stale, CancellationToken.None))).Error.Should().Be(AccountErrors.NotFresh);
        (await app.Db.As<RenewRecoveryCodesHandler, Domain.Common.Result<NewRecoveryCodes>>(
            stale, handler => handler.HandleAsync(new RenewRecoveryCodes("A test"), stale, CancellationToken.None))).Error.Should().Be(AccountErrors.NotFresh);
    }

    private static async Task<Page> EnterAsync(ChampionsApp app, SmallTrust trust, string recoveryCode) =>
        await (await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email)).FollowAsync("enter a recovery code")).PressAsync("Log in", ("Input.Code", recoveryCode));

    private static async Task<Page> EnterWithAppAsync(ChampionsApp app, SmallTrust trust, Authenticator authenticator) =>
        await (await app.NewVisitor().LogInAsync(trust.Coordinator.Email)).PressAsync("Log in", ("Input.Code", authenticator.CodeAt(app.Clock.Now)));
}
