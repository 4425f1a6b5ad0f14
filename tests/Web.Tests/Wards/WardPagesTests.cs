using System.Net;
using Champions.Domain.Wards;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Wards;

public sealed class WardPagesTests
{
    [Theory, EveryDatabase]
    public async Task The_coordinator_follows_the_figure_on_home_to_the_wards_with_nobody(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/home")).FollowAsync("1 ward has no digital champion");

        page.Address.Should().Be("/wards?cover=none");
        page.Heading.Should().Be("Wards");
        page.TextOf(".app-result-count").Should().Equal("1 ward");
        page.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("Theatre Recovery").And.Contain("No champion");
        page.Find("#Cover option[selected]").GetAttribute("value").Should().Be("none");
    }

    [Fact]
    public async Task The_table_says_how_each_ward_is_covered()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var oak = await trust.AddWardAsync("9C", "Oak Ward");
        await trust.AddChampionAsync("Ben Hall", looksAfter: [trust.Ward, oak]);
        await trust.AddChampionAsync("Ana Silva", looksAfter: [oak]);
        await app.Db.SaveAsync(Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id)));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync("/wards");

        page.TextOf("tbody .nhsuk-tag").Should().Equal("Thin", "Covered", "No champion");
        page.TextOf("tbody tr")[0].Should().Contain("Royal Infirmary").And.Contain("Maple Ward (7B)").And.Contain("Respiratory Medicine Service")
            .And.Contain("24 Nov 2026");
        page.TextOf("tbody tr")[1].Should().Contain("None yet");
        page.TextOf("tbody a").Should().Contain("Assign a champion to Maple Ward").And.NotContain("Assign a champion to Oak Ward");
        page.Text.Should().Contain("Thin means that one person alone covers the ward.");
        (await page.FollowAsync("Maple Ward")).Heading.Should().Be("Maple Ward");
    }

    [Fact]
    public async Task Filters_and_order_stand_in_the_address_and_in_the_form()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var site = await trust.AddSiteAsync();
        await trust.AddWardAsync("M1", "Maple Ward", site);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        var page = await visitor.OpenAsync("/wards");

        page = await page.PressAsync("Apply filters", ("Search", "maple"), ("Site", site.Id.Value.ToString()));
        page.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("M1");

        page = await page.FollowAsync("Ward and specialty");
        page.Address.Should().Contain("sort=ward").And.Contain("Search=maple").And.Contain(site.Id.Value.ToString());
        page.Find("th[aria-sort]").GetAttribute("aria-sort").Should().Be("ascending");
        page = await page.FollowAsync("Ward and specialty");
        page.Address.Should().Contain("sort=-ward");

        var list = page.Address;
        page = await (await page.FollowAsync("Maple Ward")).FollowAsync("Back to wards");
        page.Address.Should().Be(list);
        (await (await visitor.OpenAsync($"/wards/{trust.Ward.Id.Value}")).FollowAsync("Back to wards")).Address.Should().Be("/wards");

        page = await page.PressAsync("Apply filters", ("Search", "nothing like it"));
        page.Address.Should().Contain("sort=-ward");
        page.Text.Should().Contain("No wards match these filters.");
        page = await page.FollowAsync("Clear filters");
        page.Address.Should().Be("/wards");
        page.TextOf("tbody tr").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_trust_without_wards_is_told_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.ChangeAsync<Ward>(w => w.Id == trust.Ward.Id, w => w.Close(Given.Today));
        await app.Db.ChangeAsync<Ward>(w => w.Id == trust.OtherWard.Id, w => w.Close(Given.Today));

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/wards");

        page.Text.Should().Contain("There are no wards yet.");
    }

    [Theory]
    [InlineData("cover=perhaps")]
    [InlineData("cover=7")]
    [InlineData("cover=none,thin")]
    [InlineData("site=not-an-id")]
    [InlineData("site=00000000-0000-0000-0000-000000000000")]
    [InlineData("sort=%00")]
    [InlineData("sort=--ward")]
    [InlineData("search=%00%25_'%22%3Cscript%3E&cover=&site=")]
    public async Task Garbage_in_the_address_is_no_filter_or_finds_nothing(string query)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/wards?" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Errors.Should().BeEmpty();
        page.TextOf("tbody tr").Should().HaveCount(query.StartsWith("search", StringComparison.Ordinal) ? 0 : 2);
        page.Body.Should().NotContain("<script>");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("2147483647")]
    [InlineData("99999999999999999999")]
    public async Task A_page_that_is_not_there_leads_to_the_first(string p)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/wards?cover=none&p={p}");

        page.Via.Should().ContainSingle();
        page.Address.Should().Be("/wards?cover=none");
        page.TextOf("tbody tr").Should().HaveCount(2);
    }

    [Fact]
    public async Task Long_lists_come_in_pages_that_keep_the_filters()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync([.. Enumerable.Range(1, 20).Select(n => Given.Ward(trust.Site, $"W{n:00}", $"Ward {n:00}"))]);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync("/wards?cover=none");
        page.TextOf(".app-result-count").Should().Equal("1 to 20 of 22 wards");
        page = await page.FollowAsync("2");

        page.Address.Should().Be("/wards?cover=none&p=2");
        page.TextOf(".app-result-count").Should().Equal("21 to 22 of 22 wards");
    }

    [Fact]
    public async Task A_ward_page_shows_its_people_bookings_and_sessions()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        await trust.AssignAsync(await trust.AddChampionAsync("Past Priya"), trust.Ward, Given.Today.AddDays(-9), Given.Today.AddDays(-1));
        await trust.AssignAsync(await trust.AddChampionAsync("Future Finn"), trust.Ward, Given.Today.AddDays(1), Given.Today.AddDays(8));
        var slot = Given.Slot(trust.Champion, Given.Offer(ward: trust.Ward.Id));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        await app.Db.SaveAsync(slot, Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id, system: trust.System.Id, minutes: 75)));

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/wards/{trust.Ward.Id.Value}");

        page.Heading.Should().Be("Maple Ward");
        page.TextOf("caption").Should().Equal("Champions now", "Champions to come", "Earlier assignments", "Bookings to come", "Last sessions");
        page.TextOf("tbody tr").Should().SatisfyRespectively(
            now => now.Should().Contain("Amara Osei").And.Contain("Electronic patient record").And.Contain("From 24 Nov 2026").And.Contain("End"),
            toCome => toCome.Should().Contain("Future Finn").And.Contain("From 25 Nov 2026").And.Contain("Ends on 2 Dec 2026").And.Contain("Change the last day"),
            past => past.Should().Contain("Past Priya").And.NotContain("End the assignment"),
            booking => booking.Should().Contain("Wednesday 25 November, 2:15pm to 2:45pm").And.Contain("Tom Reid"),
            session => session.Should().Contain("24 Nov 2026").And.Contain("1 hour 15 minutes"));
        page.Find("details").TextContent.Should().Contain("1 earlier assignment");
        page.TextOf("a[role=button]").Should().Equal("Assign a champion");
    }

    [Fact]
    public async Task A_champion_reads_wards_but_has_nothing_to_press()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var ben = await trust.AddChampionAsync("Ben Hall", looksAfter: [trust.Ward]);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        await app.Db.SaveAsync(
            Given.Session(ben, Given.Answers(Given.Today.AddDays(-1), trust.Ward.Id)), Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id)));
        var visitor = await app.SignInAsync(trust.AsChampion);

        var list = await visitor.OpenAsync("/wards");
        var page = await list.FollowAsync("Maple Ward");

        list.Body.Should().NotContain("/assign");
        page.Body.Should().NotContain("/assign");
        page.Body.Should().NotContain($"/champions/{ben.Id.Value}");
        page.TextOf("main a").Should().Equal("Amara Osei", "24 Nov 2026", "See my sessions on this ward");
        page.Text.Should().Contain("Ben Hall");
    }

    [Fact]
    public async Task A_closed_ward_says_so_and_takes_nobody()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.ChangeAsync<Ward>(w => w.Id == trust.Ward.Id, w => w.Close(Given.Today));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync($"/wards/{trust.Ward.Id.Value}");
        var assign = await visitor.OpenAsync($"/wards/{trust.Ward.Id.Value}/assign");

        page.Text.Should().Contain("This ward closed on Tuesday 24 November 2026.");
        page.Body.Should().NotContain("/assign");
        assign.Status.Should().Be(HttpStatusCode.Conflict);
        assign.Errors.Should().Equal("This ward has closed. Choose another ward.");
    }

    [Fact]
    public async Task Staff_and_the_helpdesk_may_not_read_wards()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        foreach (var actor in new[] { trust.AsStaff, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            var visitor = await app.SignInAsync(actor);
            (await visitor.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await visitor.OpenAsync($"/wards/{trust.Ward.Id.Value}")).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Another_trusts_ward_an_unknown_one_and_no_id_at_all_are_the_same_404()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        foreach (var id in new[] { other.Ward.Id.Value.ToString(), Guid.CreateVersion7(Given.Now).ToString(), Guid.Empty.ToString(), "7B" })
        {
            foreach (var address in new[] { $"/wards/{id}", $"/wards/{id}/assign", $"/wards/{id}/assignments/{Guid.Empty}/end" })
            {
                (await visitor.OpenAsync(address)).Status.Should().Be(HttpStatusCode.NotFound, address);
            }
        }
    }
}
