using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Slots;

public sealed class TimesTests
{
    [Theory, EveryDatabase]
    public async Task A_champion_sees_own_times_day_by_day_with_places_in_words(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var people = await trust.HirePeopleAsync(2);
        var today = Given.Slot(trust.Champion, Given.Now.AddMinutes(5), 10);
        today.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var group = Given.Slot(trust.Champion, capacity: 4);
        group.Book(people[0].Id, Given.Request(), Given.Now);
        group.Book(people[1].Id, Given.Request(), Given.Now);
        var (colleague, theirs) = await AnotherChampionAsync(app, trust);
        await app.Db.SaveAsync(today, group, Given.Slot(trust.Champion, Given.Now.AddDays(8)));
        app.Clock.Advance(TimeSpan.FromMinutes(30));

        var page = await (await app.SignInAsync(trust.AsChampion)).OpenAsync("/slots");

        page.Heading.Should().Be("My times");
        page.TextOf("h2.nhsuk-heading-s").Should().Equal(
            "Today, Tuesday 24 November 2026", "Wednesday 25 November 2026", "Wednesday 2 December 2026");
        page.Text.Should().Contain("Over. Booked by Tom Reid. Not logged yet").And.Contain("2 of 4 places booked, by Colleague 1 and Colleague 2").And.Contain("Not booked").And.Contain("3 times");
        page.Text.Should().NotContain(colleague).And.NotContain("Amara Osei");
        page.Body.Should().NotContain(theirs.ToString());
    }

    [Fact]
    public async Task A_coordinator_sees_everybody_and_filters_by_champion()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync();
        var (colleague, theirs) = await AnotherChampionAsync(app, trust);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var page = await coordinator.OpenAsync("/slots");
        page.Heading.Should().Be("Times on offer");
        page.Text.Should().Contain("Amara Osei").And.Contain(colleague).And.NotContain("Add a time");

        page = await page.PressAsync("Apply filters", ("champion", trust.Champion.Id.Value.ToString()));
        page.Address.Should().Contain($"champion={trust.Champion.Id.Value}");
        page.Text.Should().Contain("1 time");
        page.Body.Should().NotContain($"/slots/{theirs}");

        page = await page.FollowAsync("See past times");
        page.Text.Should().Contain("No past times match these filters.");
        page = await page.FollowAsync("See times to come");
        page.Address.Should().Be($"/slots?champion={trust.Champion.Id.Value}");
    }

    [Fact]
    public async Task Somebody_who_is_both_sees_own_times_first_and_everybodys_on_asking()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (colleague, _) = await AnotherChampionAsync(app, trust);
        var both = await app.SignInAsync(trust.AsChampion with { Roles = trust.AsChampion.Roles | Roles.Coordinator });

        var page = await both.OpenAsync("/slots");
        page.Heading.Should().Be("My times");
        page.TextOf("main li").Should().NotContain(row => row.Contains(colleague));

        page = await page.PressAsync("Apply filters", ("champion", ""));
        page.Heading.Should().Be("Times on offer");
        page.Text.Should().Contain(colleague);
    }

    [Fact]
    public async Task Empty_lists_say_what_to_do()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var champion = await app.SignInAsync(trust.AsChampion);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        (await champion.OpenAsync("/slots")).Text.Should().Contain("There are no times to come yet.").And.Contain("Add your first time");
        (await champion.OpenAsync("/slots?past=true")).Text.Should().Contain("There are no past times yet.");
        (await coordinator.OpenAsync("/slots")).Text.Should().Contain("Champions add their own times.");
        (await coordinator.OpenAsync($"/slots?champion={trust.Champion.Id.Value}")).Text.Should().Contain("No times to come match these filters.");
    }

    [Fact]
    public async Task Past_times_are_paged_and_a_page_that_is_gone_leads_to_the_first()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync([.. Enumerable.Range(1, 21).Select(n => Given.Slot(trust.Champion, Given.Now.AddHours(n)))]);
        app.Clock.Advance(TimeSpan.FromDays(7));
        var champion = await app.SignInAsync(trust.AsChampion);

        var page = await (await champion.OpenAsync("/slots")).FollowAsync("See past times");
        page.Text.Should().Contain("1 to 20 of 21 times");
        page = await page.FollowAsync("2");
        page.Text.Should().Contain("21 to 21 of 21 times");

        (await champion.OpenAsync("/slots?past=true&p=3")).Address.Should().Be("/slots?past=true");
    }

    [Theory]
    [InlineData("/slots?p=0", "/slots")]
    [InlineData("/slots?p=-4", "/slots")]
    [InlineData("/slots?p=many", "/slots")]
    [InlineData("/slots?p=99999999999", "/slots")]
    [InlineData("/slots?p=2147483647", "/slots")]
    [InlineData("/slots?champion=nobody", "/slots?champion=nobody")]
    [InlineData("/slots?past=perhaps", "/slots?past=perhaps")]
    public async Task A_garbled_address_shows_the_plain_list(string address, string shown)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync();

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(address);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Address.Should().Be(shown);
        page.Errors.Should().BeEmpty();
        page.Heading.Should().Be("Times on offer");
        page.Text.Should().Contain("1 time");
    }

    [Fact]
    public async Task A_champion_cannot_look_at_anothers_list()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (colleague, theirs) = await AnotherChampionAsync(app, trust);
        var champion = (await app.Db.AllAsync<Domain.Champions.Champion>()).Single(c => c.Id != trust.Champion.Id);

        var page = await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots?champion={champion.Id.Value}");

        page.Heading.Should().Be("My times");
        page.Body.Should().NotContain(theirs.ToString()).And.NotContain(colleague);
    }

    [Fact]
    public async Task Staff_have_no_times()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        foreach (var actor in new[] { trust.AsStaff, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            (await (await app.SignInAsync(actor)).OpenAsync("/slots")).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    private static async Task<(string Name, Guid Slot)> AnotherChampionAsync(ChampionsApp app, SmallTrust trust)
    {
        var person = Given.Person(trust.Trust.Id, "Priya Shah");
        var champion = Given.Champion(person);
        var slot = Given.Slot(champion, Given.Now.AddHours(26));
        await app.Db.SaveAsync(person, champion, slot);
        return (person.Name, slot.Id.Value);
    }
}
