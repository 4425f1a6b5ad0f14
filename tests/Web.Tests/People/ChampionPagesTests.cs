using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.People;

public sealed class ChampionPagesTests
{
    [Theory, EveryDatabase]
    public async Task The_coordinator_follows_the_figure_on_home_to_the_active_champions(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var paused = await trust.AddChampionAsync("Paused Paul");
        await trust.AddChampionAsync("Quiet Quinn");
        await app.Db.SaveAsync(Given.Session(trust.Champion), Given.Session(paused));
        await app.Db.PauseAsync(paused.Id);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/home")).FollowAsync("2 champions active in the last 60 days");

        page.Address.Should().Be("/champions?activity=active");
        page.TextOf(".app-result-count").Should().Equal("2 champions");
        page.TextOf("tbody .nhsuk-tag").Should().Equal("Active", "Paused");
        page = await page.PressAsync("Apply filters", ("Activity", "quiet"));
        page.TextOf("tbody td:first-child a").Should().Equal("Quiet Quinn");
    }

    [Fact]
    public async Task Every_filter_stands_in_the_form_and_in_the_address()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        await trust.AddChampionAsync("Ben Hall");
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        var page = await visitor.OpenAsync("/champions");

        page = await page.PressAsync(
            "Apply filters",
            ("Search", "osei"),
            ("Status", "active"),
            ("System", trust.System.Id.Value.ToString()),
            ("Ward", trust.Ward.Id.Value.ToString()),
            ("Site", trust.Site.Id.Value.ToString()));

        page.TextOf("tbody tr").Should().ContainSingle().Which.Should()
            .Contain("Amara Osei").And.Contain("Nursing and midwifery").And.Contain("Maple Ward").And.Contain("Electronic patient record").And.Contain("None yet");
        page.Find("#Ward option[selected]").TextContent.Should().Be("Maple Ward (7B)");
        page = await page.FollowAsync("Last session");
        page.Address.Should().Contain("sort=last").And.Contain("Search=osei");
        page = await page.PressAsync("Apply filters", ("Status", "declined"));
        page.Text.Should().Contain("No champions match these filters.");
    }

    [Theory]
    [InlineData("status=7&activity=sleepy&system=x&ward=%00&site='")]
    [InlineData("status=&activity=&p=1&sort=")]
    [InlineData("p=99")]
    public async Task Garbage_in_the_address_is_no_filter(string query)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync("/champions?" + query);
        var foreign = await visitor.OpenAsync($"/champions?ward={other.Ward.Id.Value}");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.TextOf("tbody td:first-child a").Should().Equal("Amara Osei");
        foreign.TextOf("tbody td:first-child a").Should().Equal("Amara Osei");
    }

    [Fact]
    public async Task A_champions_page_shows_what_they_know_do_and_have_promised()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-20), Given.Today.AddDays(-10));
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var session = Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id));
        await app.Db.SaveAsync(Given.Slot(trust.Champion, capacity: 3), session, Given.FollowUp(session, Given.Today.AddDays(3)));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/champions")).FollowAsync("Amara Osei");

        page.Address.Should().Be($"/champions/{trust.Champion.Id.Value}");
        page.Heading.Should().Be("Amara Osei");
        page.TextOf(".nhsuk-summary-list__value").Should().Equal(
            "Active", "Sunday 24 May 2026", "Nursing and midwifery", "Maple Ward, Royal Infirmary", trust.ChampionPerson.Email,
            "Electronic patient record", "1 open");
        page.Text.Should().Contain("From 24 Nov 2026").And.Contain("4 Nov 2026 to 14 Nov 2026").And.Contain("1 earlier assignment")
            .And.Contain("Wednesday 25 November, 2:15pm to 2:45pm").And.Contain("0 of 3 places").And.Contain("15 minutes");
    }

    [Fact]
    public async Task Champions_read_their_own_page_and_no_list()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var ben = await trust.AddChampionAsync("Ben Hall");
        var visitor = await app.SignInAsync(trust.AsChampion);

        var own = await (await visitor.OpenAsync("/home")).FollowAsync("My wards, systems and sessions");

        own.Address.Should().Be($"/champions/{trust.Champion.Id.Value}");
        own.Heading.Should().Be("Amara Osei");
        own.Text.Should().Contain("Looks after no ward now.").And.Contain("No times are offered.").And.Contain("No sessions have been logged yet.");
        (await visitor.OpenAsync($"/champions/{ben.Id.Value}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.OpenAsync("/champions")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Staff_and_the_helpdesk_see_no_champions_pages()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        foreach (var actor in new[] { trust.AsStaff, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            var visitor = await app.SignInAsync(actor);
            (await visitor.OpenAsync("/champions")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await visitor.OpenAsync($"/champions/{trust.Champion.Id.Value}")).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Another_trusts_champion_and_an_unknown_one_are_the_same_404()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);

        foreach (var actor in new[] { trust.AsCoordinator, trust.AsChampion })
        {
            var visitor = await app.SignInAsync(actor);
            foreach (var id in new[] { other.Champion.Id.Value.ToString(), Guid.CreateVersion7(Given.Now).ToString(), "me" })
            {
                (await visitor.OpenAsync("/champions/" + id)).Status.Should().Be(HttpStatusCode.NotFound);
            }
        }
    }
}
