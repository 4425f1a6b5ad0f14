using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Imports;
using Champions.Domain.Trusts;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Admin;

public sealed class TrustPageTests
{
    [Theory, EveryDatabase]
    public async Task The_administrator_finds_a_trust_and_brings_it_in(DatabaseKind kind)
    {
        await using var app = await WithTrustsAsync(kind);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        var list = await visitor.OpenAsync("/admin/trusts");
        list.Text.Should().Contain("1 to 20 of 274 trusts");
        var found = await list.PressAsync("Apply filters", ("Q", "sheffield teaching"));
        found.Text.Should().Contain("1 trust ").And.Contain("North East and Yorkshire").And.Contain("Not brought in");

        var details = await found.FollowAsync("Sheffield Teaching Hospitals NHS Foundation Trust");
        details.Text.Should().Contain("RHQ").And.Contain("1 to 50 of 1");
        var brought = await details.PressAsync("Bring in");

        brought.Via.Should().Equal(HttpStatusCode.SeeOther);
        brought.Text.Should().Contain("Uses Champions");
        brought.TextOf("button").Should().NotContain("Bring in");
        (await app.Db.AllAsync<Trust>()).Should().ContainSingle(t => t.UsesChampions).Which.Code.Should().Be("RHQ");
    }

    [Fact]
    public async Task Brought_in_twice_it_is_brought_in_once()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = Trust("RHQ", closed: null);
        await app.Db.SaveAsync(trust);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);
        var details = await visitor.OpenAsync($"/admin/trusts/{trust.Id.Value}");

        await details.PressAsync("Bring in");
        var again = await details.PressAsync("Bring in");

        again.Text.Should().Contain("Uses Champions");
        (await app.Db.AllAsync<Trust>()).Single().Version.Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task People_of_a_trust_can_log_in_once_it_is_brought_in(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = Trust("RHQ", closed: null);
        var person = Given.Person(trust.Id, "Nadia Shah");
        await app.Db.SaveAsync(trust, person);
        var actor = new Actor(person.Id, trust.Id, null, Roles.Staff);
        await FluentActions.Awaiting(() => app.SignInAsync(actor)).Should().ThrowAsync<InvalidOperationException>("its people cannot enter yet");

        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        await (await administrator.OpenAsync($"/admin/trusts/{trust.Id.Value}")).PressAsync("Bring in");

        var theirs = await app.SignInAsync(actor);
        (await theirs.OpenAsync("/home")).Address.Should().Be("/home");
    }

    [Theory]
    [InlineData("?Q=rhq", 1)]
    [InlineData("?Region=Y58", 28)]
    [InlineData("?State=closed", 72)]
    [InlineData("?State=open", 202)]
    [InlineData("?Uses=yes", 0)]
    [InlineData("?State=rubbish&Uses=rubbish", 274)]
    public async Task Filters_narrow_the_list(string query, int trusts)
    {
        await using var app = await WithTrustsAsync(DatabaseKind.Sqlite);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await visitor.OpenAsync("/admin/trusts" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain(trusts == 0 ? "No trusts match these filters." : trusts == 1 ? "1 trust " : $"{trusts} trusts");
    }

    [Theory]
    [InlineData("?p=0", "/admin/trusts?Q=nhs")]
    [InlineData("?p=99", "/admin/trusts?Q=nhs")]
    [InlineData("?p=2147483647", "/admin/trusts?Q=nhs")]
    [InlineData("?p=3", "/admin/trusts?Q=nhs&p=3")]
    public async Task A_page_that_is_gone_leads_to_the_first(string query, string address)
    {
        await using var app = await WithTrustsAsync(DatabaseKind.Sqlite);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await visitor.OpenAsync("/admin/trusts?Q=nhs&" + query[1..]);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Address.Should().Be(address);
    }

    [Theory]
    [InlineData("?p=rubbish")]
    [InlineData("?Region=%07&Q=%27%3B--")]
    public async Task An_address_that_somebody_made_up_is_answered_with_a_page(string query)
    {
        await using var app = await WithTrustsAsync(DatabaseKind.PostgreSql);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        (await visitor.OpenAsync("/admin/trusts" + query)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_installation_without_trusts_says_how_to_import_them()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        (await visitor.OpenAsync("/admin/trusts")).Text.Should().Contain("There are no trusts yet.").And.Contain("import-trusts");
    }

    [Fact]
    public async Task A_closed_trust_is_not_brought_in()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = Trust("RVJ", closed: new DateOnly(2026, 6, 30));
        await app.Db.SaveAsync(trust);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);
        var details = await visitor.OpenAsync($"/admin/trusts/{trust.Id.Value}");

        var page = await visitor.ForgeAsync($"/admin/trusts/{trust.Id.Value}", ("__RequestVerificationToken", details.Token));

        details.TextOf("main button").Should().BeEmpty();
        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("This trust has closed. Bring in the trust that took over its work.");
        (await app.Db.AllAsync<Trust>()).Single().UsesChampions.Should().BeFalse();
    }

    [Fact]
    public async Task A_trust_that_does_not_exist_is_not_found()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = await app.SignInAsync(SmallTrust.AsAdministrator);

        (await visitor.OpenAsync($"/admin/trusts/{Guid.Empty}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.OpenAsync("/admin/trusts/rubbish")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_trusts()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        foreach (var actor in new[] { trust.AsCoordinator, trust.AsChampion, trust.AsStaff, trust.AsHelpdesk })
        {
            var visitor = await app.SignInAsync(actor);
            (await visitor.OpenAsync("/admin/trusts")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await visitor.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}")).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    private static Trust Trust(string code, DateOnly? closed) => Domain.Trusts.Trust.FromOds(
        new TrustRecord(code, "A TRUST", "A Trust", "Y63", "QF7", "Herries Road, Sheffield", "S5 7AU", "", new DateOnly(2001, 4, 1), closed), Given.Now);

    private static async Task<ChampionsApp> WithTrustsAsync(DatabaseKind kind)
    {
        var app = await ChampionsApp.StartAsync(kind);
        await app.Db.Run(async scope =>
        {
            await using var trusts = TestData.Open(TestData.TrustsInJuly);
            await scope.GetRequiredService<ImportTrustsHandler>().HandleAsync(new ImportTrusts(trusts), CancellationToken.None);
            await using var sites = TestData.Open(TestData.SitesOfThreeTrusts);
            await scope.GetRequiredService<ImportSitesHandler>().HandleAsync(new ImportSites(sites, null), CancellationToken.None);
        });
        return app;
    }

    [Fact]
    public async Task An_administrator_who_logged_in_a_while_ago_is_asked_for_the_second_factor_again()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var address = $"/admin/trusts/{trust.Trust.Id.Value}";
        var page = await administrator.OpenAsync(address);
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var asked = await page.PressAsync("Add domain", ("Domain", "new.example"));
        asked.Address.Should().StartWith("/sign-in/again?returnUrl=");
        (await administrator.OpenAsync($"/admin/people/invite?trust={trust.Trust.Id.Value}")).Address
            .Should().StartWith("/sign-in/again?returnUrl=", "it is asked before anything is typed");
        (await administrator.OpenAsync($"{address}/retention")).Address.Should().StartWith("/sign-in/again?returnUrl=");
        (await administrator.OpenAsync($"{address}/single-sign-on/new")).Address.Should().StartWith("/sign-in/again?returnUrl=");

        (await app.Db.AllAsync<Domain.Trusts.TrustDomain>()).Should().NotContain(d => d.Domain == "new.example");
        var back = Uri.UnescapeDataString(asked.Address["/sign-in/again?returnUrl=".Length..].Split('&')[0]);
        (await administrator.OpenAsync(back)).Find("input[name='Domain']:not([type='hidden'])").GetAttribute("value").Should().Be("new.example", "nobody types it twice");
    }
}
