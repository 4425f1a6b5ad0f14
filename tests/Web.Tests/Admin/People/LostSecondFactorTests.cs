using System.Net;
using Champions.TestSupport.Web;
using Champions.Web.Tests.Entering;

namespace Champions.Web.Tests.Admin.People;

public sealed class LostSecondFactorTests
{
    [Theory, EveryDatabase]
    public async Task Whoever_lost_their_app_is_helped_by_the_administrator_and_sets_up_another_at_the_door(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (coordinator, lost, codes) = await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var person = await administrator.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}");
        person.Text.Should().Contain("Authenticator app");

        var form = await administrator.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}/second-factor");
        var refused = await form.PressAsync("Take it away now");
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Errors.Should().Equal("Check that it is them who asks, then tick the box");
        (await coordinator.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.OK, "nothing has happened yet");

        var done = await refused.PressAsync("Take it away now", ("Checked", "true"));
        done.Address.Should().Be($"/admin/people/{trust.Coordinator.Id.Value}");
        done.Text.Should().Contain($"The second step of {trust.Coordinator.Name} is taken away. They will get an email.").And.NotContain("Authenticator app and");
        (await (await administrator.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}/second-factor")).FollowAsync(trust.Coordinator.Name)).Address
            .Should().Be(done.Address, "there is nothing left to take away");
        (await coordinator.OpenAsync("/wards")).Address.Should().StartWith("/sign-in", "their sessions have ended");

        var visitor = app.NewVisitor();
        var setUp = await visitor.LogInAsync(trust.Coordinator.Email);
        setUp.Address.Should().Be(Door.SetUp, "the password stays, and the role needs a second step");
        (await setUp.PressAsync("Continue", ("Input.Code", lost.CodeAt(app.Clock.Now)))).Status.Should().Be(HttpStatusCode.BadRequest);
        var (_, fresh, home) = await setUp.SetUpAppAsync(app);
        home.Address.Should().Be("/home");
        fresh.Should().NotIntersectWith(codes);
    }

    [Fact]
    public async Task Another_administrator_is_helped_from_the_list_and_nobody_oneself()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var own = await app.AccountOfAsync(SmallTrust.AsAdministrator);
        var ben = Account.Open(null, null, "Ben Hill", "ben@champions.example", Roles.Administrator, app.Clock.Now);
        ben.UseAuthenticator("key", 1, []);
        await app.Db.SaveAsync(ben);

        var list = await administrator.OpenAsync("/admin/administrators");
        var form = await list.FollowAsync("Lost second step: Ben Hill");
        (await form.PressAsync("Take it away now")).Status.Should().Be(HttpStatusCode.BadRequest);
        var done = await form.PressAsync("Take it away now", ("Checked", "true"));

        done.Address.Should().Be("/admin/administrators");
        done.Text.Should().Contain("The second step of Ben Hill is taken away.");
        (await app.AccountAsync("ben@champions.example")).HasAuthenticator.Should().BeFalse();
        (await form.PressAsync("Take it away now", ("Checked", "true"))).Text.Should().Contain("Ben Hill has no second step.");
        (await administrator.OpenAsync($"/admin/administrators/{own.Value}/second-factor")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await administrator.OpenAsync($"/admin/administrators/{Guid.CreateVersion7(Given.Now)}/second-factor")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_fresh_second_factor_the_form_does_not_open_and_nothing_goes()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        await app.ChangeAccountAsync(trust.Colleague.Email, account => account.UseAuthenticator("key", 1, []));
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var form = await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}/second-factor");
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var posted = await form.PressAsync("Take it away now", ("Checked", "true"));

        posted.Address.Should().StartWith("/sign-in/again");
        (await app.AccountAsync(trust.Colleague.Email)).HasAuthenticator.Should().BeTrue();
    }
}
