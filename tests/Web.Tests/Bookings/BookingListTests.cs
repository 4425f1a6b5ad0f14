using System.Net;
using Champions.Application.Home;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Bookings;

public sealed class BookingListTests
{
    [Theory, EveryDatabase]
    public async Task The_numbers_of_the_coordinators_home_lead_to_lists_of_that_length(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slots = new[] { Given.Now.AddHours(1), Given.Now.AddHours(2), Given.Now.AddDays(4), Given.Now.AddDays(5), Given.Now.AddDays(6), Given.Now.AddDays(20) }
            .Select(at => Given.Slot(trust.Champion, at, capacity: 3)).ToList();
        foreach (var slot in slots)
        {
            slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
            slot.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now);
        }

        slots[2].CancelBooking(slots[2].Bookings[0].Id, byChampion: false, reason: null, Given.Now);
        slots[3].Cancel(reason: null, Given.Now);
        slots[1].RecordAttendance(slots[1].Bookings[0].Id, BookingStatus.Attended, Given.Now.AddDays(1));
        await app.Db.SaveAsync([.. slots]);
        app.Clock.Now = Given.Now.AddDays(3);
        var home = await app.Db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        home.Attention.BookingsNotLogged.Should().Be(3);
        home.Figures.BookingsToCome.Should().Be(3);
        var page = await visitor.OpenAsync("/home");
        (await page.FollowAsync("3 bookings have not been logged")).TextOf("tbody tr").Should().HaveCount(3);
        page = await page.FollowAsync("3 bookings in the next 7 days");
        page.TextOf("tbody tr").Should().HaveCount(3);
        page.Text.Should().Contain("In the next 7 days");
        (await visitor.OpenAsync("/bookings?status=later")).TextOf("tbody tr").Should().HaveCount(2);
        (await visitor.OpenAsync("/bookings?status=past")).TextOf("tbody tr").Should().HaveCount(4);
        (await visitor.OpenAsync("/bookings?status=cancelled")).TextOf("tbody tr").Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task A_coordinator_searches_by_name_ward_and_day(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var zoe = Given.Person(trust.Trust.Id, "Zoë O'Brien", "zoe@trust.example");
        await app.Db.SaveAsync(zoe);
        var onWard = await trust.OfferAsync(Given.Offer(mode: SupportMode.InPersonOnWard, ward: trust.Ward.Id));
        var elsewhere = await trust.OfferAsync(Given.TomorrowAfternoon.AddDays(9));
        await BookingTests.BookedAsync(trust, onWard, trust.AsPerson(zoe));
        await BookingTests.BookedAsync(trust, elsewhere);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/bookings")).PressAsync("Apply filters", ("q", "zoë o'b"));
        page.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("Zoë O'Brien with Amara Osei");
        page.Find("input[name=q]").GetAttribute("value").Should().Be("zoë o'b");
        (await page.PressAsync("Apply filters", ("q", "osei"), ("ward", trust.Ward.Id.Value.ToString()))).TextOf("tbody tr").Should().ContainSingle();
        (await page.PressAsync("Apply filters", ("q", "100%_"))).Text.Should().Contain("No bookings match these filters.");
        page = await visitor.OpenAsync("/bookings?Day=2026-12-04");
        page.TextOf("tbody tr").Should().ContainSingle("a day further ahead than a week is still to come").Which.Should().Contain("Tom Reid");
        page.Find("input[name='Day.Month']").GetAttribute("value").Should().Be("12");
    }

    [Theory]
    [InlineData("/bookings?status=nonsense&ward=nonsense&p=nonsense", HttpStatusCode.OK)]
    [InlineData("/bookings?status=to-come&Day=9999-12-31", HttpStatusCode.OK)]
    [InlineData("/bookings?ward=00000000-0000-0000-0000-000000000001&q=%20&p=-1", HttpStatusCode.OK)]
    [InlineData("/bookings?Day=31-02-2026", HttpStatusCode.BadRequest)]
    [InlineData("/bookings?Day.Day=x&Day.Month=13&Day.Year=", HttpStatusCode.BadRequest)]
    public async Task Odd_addresses_get_a_plain_answer(string address, HttpStatusCode expected)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await BookingTests.BookedAsync(trust, await trust.OfferAsync());

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(address);

        page.Status.Should().Be(expected);
        page.Errors.Should().HaveCount(expected == HttpStatusCode.OK ? 0 : 1);
        page.TextOf("tbody tr").Should().ContainSingle();
        (await (await app.SignInAsync(trust.AsStaff)).OpenAsync(address)).Status.Should().Be(HttpStatusCode.OK, "others have no filters");
    }

    [Theory, EveryDatabase]
    public async Task Long_lists_come_in_pages_and_a_page_beyond_the_end_leads_to_the_first(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = Given.Slot(trust.Champion, Given.TomorrowAfternoon, capacity: 30);
        foreach (var person in await trust.HirePeopleAsync(25))
        {
            slot.Book(person.Id, Given.Request(), Given.Now);
        }

        await app.Db.SaveAsync(slot);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync("/bookings?status=to-come");
        page.Text.Should().Contain("1 to 20 of 25 bookings");
        page = await page.FollowAsync("2");
        page.Address.Should().Be("/bookings?status=to-come&p=2");
        page.TextOf("tbody tr").Should().HaveCount(5);
        (await visitor.OpenAsync("/bookings?status=to-come&p=3")).Address.Should().Be("/bookings?status=to-come");
        (await visitor.OpenAsync("/bookings?p=999999999")).Address.Should().Be("/bookings");
    }

    [Theory, EveryDatabase]
    public async Task Staff_see_their_own_bookings_and_champions_those_of_their_times_too(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var grace = Given.Person(trust.Trust.Id, "Grace Bello");
        var other = Given.Champion(grace, trust.System);
        var others = Given.Slot(other, Given.Now.AddDays(10), capacity: 2);
        others.Book(trust.ChampionPerson.Id, Given.Request(), Given.Now);
        others.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now);
        var past = Given.Slot(trust.Champion, Given.Now.AddMinutes(5), 10);
        past.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        await app.Db.SaveAsync(grace, other, others, past);
        await BookingTests.BookedAsync(trust, await trust.OfferAsync());
        app.Clock.Now = Given.Now.AddMinutes(20);

        var staff = await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/bookings");
        staff.TextOf("tbody tr td:nth-child(2)").Should().OnlyContain(who => who.EndsWith("Amara Osei helps you")).And.HaveCount(2);
        var champion = await app.SignInAsync(trust.AsChampion);
        var page = await champion.OpenAsync("/bookings");
        page.TextOf("tbody tr td:nth-child(2)").Select(who => who.Replace("Who", "", StringComparison.Ordinal).Trim())
            .Should().Equal("You help Tom Reid", "Grace Bello helps you", "You help Tom Reid");
        page = await page.FollowAsync("1 booking has not been logged");
        page.TextOf("tbody tr").Should().ContainSingle();
        (await page.FollowAsync("My bookings")).Address.Should().Be("/bookings");
        (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/bookings?status=later")).TextOf("tbody tr").Should().HaveCount(2);
    }

    [Fact]
    public async Task Somebody_without_bookings_is_offered_the_first_and_another_trust_is_empty()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        await BookingTests.BookedAsync(trust, await trust.OfferAsync());

        var page = await (await app.SignInAsync(trust.AsHelpdesk)).OpenAsync("/bookings");
        page.Text.Should().Contain("You have no bookings to come.");
        (await page.FollowAsync("Book help")).Address.Should().Be("/help");
        (await (await app.SignInAsync(elsewhere.AsCoordinator)).OpenAsync("/bookings")).Text.Should().Contain("There are no bookings in this list.");
        (await (await app.SignInAsync(SmallTrust.AsAdministrator)).OpenAsync("/bookings")).Status.Should().Be(HttpStatusCode.Forbidden);
    }
}
