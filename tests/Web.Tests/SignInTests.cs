using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests;

public sealed class SignInTests
{
    [Theory, EveryDatabase]
    public async Task People_sign_in_with_address_and_password_and_land_on_their_home(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync("/home");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Address.Should().Be("/home");
        page.Body.Should().Contain("Helen Carter");
    }

    [Fact]
    public async Task A_wrong_password_brings_the_form_back_with_one_plain_message()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var page = await app.NewVisitor().OpenAsync("/sign-in/password");

        page = await page.PressAsync("Log in", ("Input.Email", "nobody@trust.example"), ("Input.Password", "not the password"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("The email address or password is not right. Check both and try again.");
    }

    [Fact]
    public async Task Someone_signed_out_is_asked_to_log_in_and_then_comes_back()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        var page = await app.NewVisitor().OpenAsync("/home");

        page.Address.Should().Be("/sign-in?returnUrl=%2Fhome");
        page.Via.Should().Equal(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);

        var page = await visitor.ForgeAsync("/sign-out");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.OpenAsync("/home")).Address.Should().Be("/home");
    }
}
