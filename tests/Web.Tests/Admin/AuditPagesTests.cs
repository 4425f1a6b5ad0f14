using System.Net;
using Champions.Application.Auditing;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Admin;

/// <summary>The audit trail on screen: list, filters, file and check.</summary>
public sealed class AuditPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_sees_who_changed_what_and_follows_one_row(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await SmallTrust.CreateOtherAsync(app.Db);
        var slot = await trust.OfferAsync();
        var champion = await app.SignInAsync(trust.AsChampion);
        var cancel = await champion.OpenAsync($"/slots/{slot.Id.Value}/cancel");
        (await champion.ForgeAsync(cancel.Address, ("__RequestVerificationToken", cancel.Token), ("Input.Reason", "Private words"))).Status.Should().Be(HttpStatusCode.OK);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await coordinator.OpenAsync("/home")).FollowAsync("Audit trail");
        page.Heading.Should().Be("Audit trail");
        page.Text.Should().Contain("Time changed").And.Contain("Amara Osei").And.Contain("Status: Offered → Cancelled")
            .And.NotContain("Private words").And.NotContain("Plymouth");
        page = await page.PressAsync("Apply filters", ("kind", "HelpSlot"), ("did", "Changed"));

        page.Address.Should().StartWith("/admin/audit?").And.Contain("kind=HelpSlot&did=Changed");
        page.TextOf("tbody tr").Should().ContainSingle();
        page.Find($"tbody a[href='/slots/{slot.Id.Value}']").TextContent.Should().Be("Time changed");
        page = await page.FollowAsync($"All its changes: Time {slot.Id.Value}");
        page.TextOf("tbody tr").Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_trusts_ids_answer_like_unknown_ones()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var theirs = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        foreach (var key in (string[])["row", "who"])
        {
            var foreign = await coordinator.OpenAsync($"/admin/audit?{key}={theirs.Ward.Id.Value}");
            var unknown = await coordinator.OpenAsync($"/admin/audit?{key}={Guid.CreateVersion7(Given.Now)}");
            foreign.Status.Should().Be(HttpStatusCode.OK);
            foreign.TextOf("tbody tr").Should().BeEmpty();
            foreign.Text.Should().Be(unknown.Text).And.Contain("No changes match these filters.");
        }

        var part = await coordinator.OpenAsync($"/admin/audit?trust={theirs.Trust.Id.Value}");
        part.TextOf("tbody tr").Should().HaveCount((await coordinator.OpenAsync("/admin/audit")).TextOf("tbody tr").Count);
        part.Text.Should().NotContain("Plymouth");
        (await coordinator.OpenAsync($"/admin/audit/export.csv?trust={theirs.Trust.Id.Value}")).Body.Should().NotContain(theirs.Ward.Id.Value.ToString());
    }

    [Fact]
    public async Task The_administrator_sees_every_part_and_the_installations_own()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await SmallTrust.CreateAsync(app.Db);
        await SmallTrust.CreateOtherAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await administrator.OpenAsync("/admin/audit");
        page.Text.Should().Contain("University Hospitals Plymouth NHS Trust").And.Contain("The installation");
        page = await page.PressAsync("Apply filters", ("trust", "installation"), ("kind", "Trust"));

        page.TextOf("tbody tr").Should().HaveCount(2);
        page.Document.QuerySelectorAll("tbody a[href^='/admin/trusts/']").Should().HaveCount(2);
        page.Document.QuerySelectorAll("tbody a[href^='/wards/']").Should().BeEmpty("an administrator works for no trust");
    }

    [Theory]
    [InlineData("?kind=Odd&did=Exploded&who=%20&row=%20&trust=elsewhere&before=never&p=7")]
    [InlineData("?from=0001-01-01&to=9999-12-31")]
    [InlineData("?before=0-99")]
    [InlineData("?who=%00&row=%27%3B--")]
    public async Task An_odd_address_never_fails(string query)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/admin/audit" + query);

        page.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Days_the_wrong_way_round_are_told_beside_the_field()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var page = await coordinator.OpenAsync("/admin/audit?from=2026-11-24&to=2026-11-01");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("The last day must be the same as or after the first day.");
        (await coordinator.OpenAsync("/admin/audit/export.csv?from=2026-11-24&to=2026-11-01")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Older_changes_follow_and_lead_back()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync([.. Enumerable.Range(0, 30).Select(n => Given.Ward(trust.Site, $"W{n}"))]);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var first = await coordinator.OpenAsync("/admin/audit?kind=Ward");
        first.TextOf("tbody tr").Should().HaveCount(20);
        var second = await first.FollowAsync("Older changes");
        second.TextOf("tbody tr").Should().HaveCount(12);
        second.TextOf("main a").Should().NotContain("Older changes");

        (await second.FollowAsync("Back to the newest")).Address.Should().Be("/admin/audit?kind=Ward");
    }

    [Theory, EveryDatabase]
    public async Task The_file_holds_what_the_list_holds_and_no_formula(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(Given.Ward(trust.Site, "EVIL", "=HYPERLINK(1)"));
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var file = await (await coordinator.OpenAsync("/admin/audit?kind=Ward")).FollowAsync("Download these changes (CSV)");

        file.MediaType.Should().Be("text/csv");
        file.Body.Should().StartWith("Day and time,Who,Account,Network address,Kind,What happened,Name,Row,Details,Part of the trail,Number\r\n");
        file.Body.Should().Contain($"{Given.Now:yyyy-MM-dd} 10:00:00,Champions itself,,,Ward,Added,Maple Ward,{trust.Ward.Id.Value}");
        file.Body.Should().Contain(",'=HYPERLINK(1),").And.NotContain("Champion,");
        file.Body.Split("\r\n").Should().HaveCount(5, "a heading, three wards and the end");
    }

    [Theory, EveryDatabase]
    public async Task The_check_says_that_all_is_well_and_names_what_is_not(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var theirs = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var check = await (await coordinator.OpenAsync("/admin/audit")).FollowAsync("Check the trail");
        check.Document.QuerySelectorAll("table").Should().BeEmpty("nothing is checked before the button is pressed");

        check = await check.PressAsync("Check the trail");
        check.Text.Should().Contain("Nothing was changed, taken out or slipped in.").And.NotContain("Plymouth");
        check.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("University Hospitals Bristol").And.EndWith("Whole");

        await RemoveRowAsync(app, theirs, 3);
        (await check.PressAsync("Check again")).TextOf("tbody tr").Should().ContainSingle("another trust's part is not a coordinator's to check");
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        check = await (await administrator.OpenAsync("/admin/audit/check")).PressAsync("Check the trail");
        check.Text.Should().Contain("The trail does not hold").And.Contain("Change number 3 is missing.");
        check.TextOf("tbody tr").Should().HaveCount(3);
        check = await check.PressAsync("Check again", ("Trust", trust.Trust.Id.Value.ToString()));
        check.TextOf("tbody tr").Should().ContainSingle().Which.Should().EndWith("Whole");
    }

    [Fact]
    public async Task Posting_another_trusts_part_checks_the_own_one()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var theirs = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var token = (await coordinator.OpenAsync("/admin/audit/check")).Token;

        var answer = await coordinator.ForgeAsync("/admin/audit/check", ("__RequestVerificationToken", token), ("Trust", theirs.Trust.Id.Value.ToString()));

        answer.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("University Hospitals Bristol");
    }

    [Fact]
    public async Task Others_may_not_look()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        foreach (var actor in (Champions.Application.Abstractions.Actor[])[trust.AsStaff, trust.AsChampion, trust.AsHelpdesk])
        {
            var visitor = await app.SignInAsync(actor);
            foreach (var address in (string[])["/admin/audit", "/admin/audit/export.csv", "/admin/audit/check"])
            {
                (await visitor.OpenAsync(address)).Status.Should().Be(HttpStatusCode.Forbidden);
            }
        }
    }

    private static async Task RemoveRowAsync(ChampionsApp app, SmallTrust trust, int number)
    {
        await app.Db.ExecuteAsync(app.Db.Kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER \"AuditEntries_remain\""
            : "ALTER TABLE \"AuditEntries\" DISABLE TRIGGER USER");
        var id = app.Db.Kind == DatabaseKind.Sqlite ? $"X'{Convert.ToHexString(trust.Trust.Id.Value.ToByteArray(bigEndian: true))}'" : $"'{trust.Trust.Id.Value}'";
        await app.Db.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {id} AND \"Number\" = {number}");
        (await app.Db.AllAsync<AuditEntry>()).Should().NotContain(a => a.TrustId == trust.Trust.Id && a.Number == number);
    }
}
