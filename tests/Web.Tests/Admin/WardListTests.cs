using System.Net;
using Champions.Domain.Wards;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Admin;

public sealed class WardListTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_adds_renames_closes_and_opens_a_ward(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var form = await (await (await coordinator.OpenAsync("/wards")).FollowAsync("Add and change wards")).FollowAsync("Add a ward");
        var added = await form.PressAsync("Add ward", ("Input.Name", "Willow Ward"), ("Input.Code", "9C"), ("Site", trust.Site.Id.Value.ToString()));
        added.Heading.Should().Be("Willow Ward");
        added.Text.Should().Contain("Willow Ward is added. Give it a champion next.");

        var change = await (await coordinator.OpenAsync("/admin/wards?search=willow")).FollowAsync("Willow Ward");
        var renamed = await change.PressAsync("Save", ("Input.Name", "Willow Ward East"), ("Input.Specialty", "Cardiology"));
        renamed.Text.Should().Contain("Willow Ward East is saved.");
        var closed = await change.PressAsync("Close this ward");
        closed.Text.Should().Contain("Willow Ward East is closed.").And.Contain("Closed 24 Nov 2026");
        var ward = (await app.Db.AllAsync<Ward>()).Single(w => w.Code == "9C");
        (await (await coordinator.OpenAsync($"/admin/wards/{ward.Id.Value}")).PressAsync("Open this ward again")).Text.Should().Contain("Willow Ward East is open again.");
    }

    [Fact]
    public async Task Bad_answers_are_named_beside_their_fields()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var form = await coordinator.OpenAsync("/admin/wards/new");

        (await form.PressAsync("Add ward")).Errors.Should().Equal(
            "Enter the name of the ward, for example Maple Ward", "Enter the code of the ward, for example 7B", "Choose the site the ward is on");
        var taken = await form.PressAsync("Add ward", ("Input.Name", "Willow Ward"), ("Input.Code", "7b"), ("Site", trust.Site.Id.Value.ToString()));
        taken.Status.Should().Be(HttpStatusCode.Conflict);
        taken.Errors.Should().Equal("Another ward of your trust has this code. Use a different code, or change the other ward.");
        taken.Find("[name='Input.Name']").GetAttribute("value").Should().Be("Willow Ward");
        foreach (var site in new[] { other.Site.Id.Value.ToString(), "rubbish" })
        {
            (await coordinator.ForgeAsync(
                "/admin/wards/new", ("__RequestVerificationToken", form.Token), ("Input.Name", "Willow Ward"), ("Input.Code", "9C"), ("Site", site)))
                .Status.Should().Be(HttpStatusCode.BadRequest);
        }

        (await app.Db.AllAsync<Ward>()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_coordinator_adds_systems_and_topics()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var page = await coordinator.OpenAsync("/admin/systems");

        (await page.PressAsync("Add system", ("System", "Rota"))).Text.Should().Contain("Rota is added.").And.Contain("No champion knows it");
        (await page.PressAsync("Add topic", ("Topic", "Finding results"))).Text.Should().Contain("Finding results is added.");
        (await page.PressAsync("Add system", ("System", "rota"))).Errors.Should().Equal("Your list has a system with this name already.");
        (await page.PressAsync("Add topic")).Errors.Should().Equal("Enter a topic of up to 60 characters.");
    }
}
