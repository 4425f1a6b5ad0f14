using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests;

public sealed class NulCharacterTests
{
    [Theory, EveryDatabase]
    public async Task An_address_with_one_shows_its_page_and_a_form_with_one_is_a_bad_request(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var stranger = app.NewVisitor();
        var form = await stranger.OpenAsync("/sign-in/password");

        var address = await coordinator.OpenAsync("/wards?search=a%00b");
        var posted = await stranger.ForgeAsync(
            "/sign-in/password", ("__RequestVerificationToken", form.Token), ("Input.Email", "a\0b@trust.example"), ("Input.Password", "a long password"));

        address.Status.Should().Be(HttpStatusCode.OK);
        address.Heading.Should().NotBeEmpty();
        posted.Status.Should().Be(HttpStatusCode.BadRequest);
        posted.Heading.Should().NotBeEmpty();
    }
}
