using System.IO.Compression;
using System.Net;
using System.Text;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Help;

public sealed class FindHelpTests
{
    [Theory, EveryDatabase]
    public async Task Times_stand_day_by_day_with_who_where_how_long_and_what_the_champion_knows(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync(Given.Offer(mode: SupportMode.InPersonOnWard, ward: trust.OtherWard.Id, place: null));
        await trust.OfferAsync(Given.Offer(Given.TomorrowAfternoon.AddDays(1), capacity: 8));

        var page = await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/help");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.TextOf("main h2").Skip(1).Should().Equal("Wednesday 25 November, tomorrow", "Thursday 26 November");
        page.TextOf(".app-times li").Should().Equal(
            "2:15pm to 2:45pm with Amara OseiOn your ward: Theatre Recovery, Royal Infirmary30 minutes. Knows Electronic patient record",
            "2:15pm to 2:45pm with Amara OseiSeminar Room 230 minutes. Knows Electronic patient record. 8 of 8 places left");
        page.Text.Should().Contain("No times on Tuesday 24 November").And.Contain("No times on Monday 30 November");
    }

    [Theory, EveryDatabase]
    public async Task Only_times_that_can_be_booked_are_shown(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        await elsewhere.OfferAsync();
        var started = Given.Slot(trust.Champion, Given.Now.AddMinutes(5), 10);
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddHours(2));
        cancelled.Cancel(reason: null, Given.Now);
        var full = Given.Slot(trust.Champion, Given.Now.AddHours(3));
        full.Book(trust.Coordinator.Id, Given.Request(), Given.Now);
        var mine = Given.Slot(trust.Champion, Given.Now.AddHours(4), capacity: 3);
        mine.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var free = Given.Slot(trust.Champion, Given.Now.AddHours(5), capacity: 3);
        var given = free.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        free.CancelBooking(given.Id, byChampion: false, reason: null, Given.Now);
        await app.Db.SaveAsync(started, cancelled, full, mine, free);
        app.Clock.Now = Given.Now.AddMinutes(10);

        var page = await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/help");
        page.Document.QuerySelectorAll(".app-times a").Select(a => a.GetAttribute("href")).Should().Equal($"/help/slots/{free.Id.Value}");
        page = await (await app.SignInAsync(trust.AsChampion)).OpenAsync("/help");
        page.Document.QuerySelectorAll(".app-times a").Should().BeEmpty("nobody books their own time");
    }

    [Theory, EveryDatabase]
    public async Task Filters_stand_in_the_address_and_empty_results_offer_to_clear_them(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var rostering = Given.System(trust.Trust.Id, "Rostering");
        await app.Db.SaveAsync(rostering);
        await trust.OfferAsync(Given.Offer(mode: SupportMode.InPersonOnWard, ward: trust.Ward.Id));
        await trust.OfferAsync(Given.TomorrowAfternoon.AddDays(1));
        var visitor = await app.SignInAsync(trust.AsStaff);

        var page = await visitor.OpenAsync("/help");
        page = await page.PressAsync("Apply filters", ("ward", trust.Ward.Id.Value.ToString()), ("system", trust.System.Id.Value.ToString()));

        page.Address.Should().Contain("ward=" + trust.Ward.Id.Value);
        page.TextOf(".app-times li").Should().ContainSingle().Which.Should().Contain("Maple Ward");
        page.Find("select[name=ward] option[selected]").TextContent.Should().Be("Maple Ward");
        page.Find(".app-times a").GetAttribute("href").Should().EndWith("?system=" + trust.System.Id.Value, "the form is filled in with it");
        page = await page.PressAsync("Apply filters", ("system", rostering.Id.Value.ToString()));
        page.Text.Should().Contain("No times match these filters.");
        page = await page.FollowAsync("Clear filters");
        page.TextOf(".app-times li").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/help?ward=nonsense&system=x%20y&day=31-02-2026&from=x&p=-4")]
    [InlineData("/help?ward=00000000-0000-0000-0000-000000000001&system=7f000000-0000-0000-0000-000000000001")]
    [InlineData("/help?day=1999-01-01&from=9999-12-31&p=99999999999")]
    [InlineData("/help?ward=&system=&day=&from=&p=")]
    public async Task What_an_address_says_and_nobody_understands_is_passed_over(string address)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync();

        var page = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(address);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Errors.Should().BeEmpty();
        page.TextOf(".app-times li").Should().ContainSingle();
    }

    [Fact]
    public async Task Another_trusts_ward_is_no_filter_and_its_name_is_nowhere()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        await trust.OfferAsync();

        var page = await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/help?ward=" + elsewhere.Ward.Id.Value);

        page.TextOf(".app-times li").Should().ContainSingle();
        page.Body.Should().NotContain(elsewhere.Ward.Id.Value.ToString());
    }

    [Fact]
    public async Task Later_weeks_are_one_link_away_and_an_empty_week_names_the_next_time()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync(Given.TomorrowAfternoon.AddDays(7));

        var page = await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/help");

        page.Text.Should().Contain("There are no times from Tuesday 24 November to Monday 30 November.");
        (await page.FollowAsync("Wednesday 2 December 2026")).TextOf(".app-times li").Should().ContainSingle();
        page = await page.FollowAsync("Later times");
        page.Address.Should().Be("/help?from=2026-12-01");
        page.TextOf(".app-times li").Should().ContainSingle();
        (await page.FollowAsync("Earlier times")).Address.Should().Be("/help");
    }

    [Theory, EveryDatabase]
    public async Task A_trust_with_very_many_times_still_gets_a_light_page_with_every_day_on_it(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var people = Enumerable.Range(1, 100).Select(n => Given.Person(trust.Trust.Id, $"Champion Number{n} Featherstonehaugh-{n * 7919}")).ToList();
        var champions = people.Select(p => Given.Champion(p, trust.System)).ToList();
        await app.Db.SaveAsync([.. people, .. champions, .. champions.SelectMany(c => Enumerable.Range(1, 6).Select(d => Given.Slot(c, Given.TomorrowAfternoon.AddDays(d - 1))))]);

        var visitor = await app.SignInAsync(trust.AsStaff);
        var page = await visitor.OpenAsync("/help");

        page.TextOf(".app-times li").Should().HaveCount(6 * 20);
        page.TextOf("main h2").Should().HaveCount(1 + 6);
        Compressed(page.Body).Should().BeLessThan(25 * 1024);
        page = await page.FollowAsync("More times on Wednesday 25 November");
        page.Text.Should().Contain("1 to 50 of 100 times");
        Compressed(page.Body).Should().BeLessThan(25 * 1024);
        (await page.FollowAsync("2")).TextOf(".app-times li").Should().HaveCount(50);
        var gone = await visitor.OpenAsync(page.Address + "&p=7");
        gone.Address.Should().Be(page.Address);
        gone.Via.Should().Equal(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Only_people_who_work_in_a_trust_may_look()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        foreach (var actor in new[] { trust.AsStaff, trust.AsChampion, trust.AsCoordinator, trust.AsHelpdesk })
        {
            (await (await app.SignInAsync(actor)).OpenAsync("/help")).Status.Should().Be(HttpStatusCode.OK);
        }

        (await (await app.SignInAsync(SmallTrust.AsAdministrator)).OpenAsync("/help")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.NewVisitor().OpenAsync("/help")).Address.Should().StartWith("/sign-in");
    }

    private static long Compressed(string body)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(body));
        }

        return stream.Length;
    }
}
