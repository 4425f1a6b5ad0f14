using System.Net;
using Champions.Domain.Accounts;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Privacy;

/// <summary>An administrator takes the name of a leaver away, and nobody else does, nor from anybody else.</summary>
public sealed class AnonymiseTests
{
    private const string Link = "Take the name of Tom Reid away";

    [Theory, EveryDatabase]
    public async Task An_administrator_takes_the_name_of_a_leaver_away_and_twice_says_so(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await SampleRows.CreateAsync(trust);
        var (administrator, tom) = (await app.SignInAsync(SmallTrust.AsAdministrator), await app.SignInAsync(trust.AsStaff));
        await LeaveAsync(app, trust.Colleague);
        var page = await (await administrator.OpenAsync(AddressOf(trust.Colleague))).FollowAsync(Link);
        page.Text.Should().Contain("This cannot be undone").And.Contain("1 booking of theirs to come is cancelled. Those concerned are told by email.");

        var gone = await page.PressAsync("Take the name away");

        gone.Text.Should().Contain("The name of Tom Reid is gone. What they did still counts.");
        gone.Heading.Should().Be(StaffMember.AnonymousName);
        gone.TextOf("main a").Should().NotContain(l => l.StartsWith("Take the name", StringComparison.Ordinal));
        gone.Document.QuerySelector("a[href^=mailto]").Should().BeNull("nobody reads that address");
        (await app.Db.AllAsync<Booking>()).Should().ContainSingle().Which.Status.Should().Be(BookingStatus.CancelledByStaff);
        (await tom.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "the device he was logged in on is logged out");
        (await administrator.OpenAsync("/admin/people?Search=Tom")).Text.Should().NotContain("Tom Reid");
        (await administrator.OpenAsync("/admin/people?State=Left")).Body.Should().Contain(StaffMember.AnonymousName).And.NotContain("left.invalid");

        var again = await page.PressAsync("Take the name away");
        again.Status.Should().Be(HttpStatusCode.OK);
        again.Text.Should().Contain("The name was taken away before. There is nothing left to do.");
        again.Address.Should().Be(AddressOf(trust.Colleague));
        (await administrator.OpenAsync(AddressOf(trust.Colleague) + "/access")).Text.Should().Contain("There is nothing left to do.", "nobody brings him back");
    }

    [Fact]
    public async Task Somebody_who_works_here_keeps_their_name()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        (await administrator.OpenAsync(AddressOf(trust.Colleague))).TextOf("a").Should().NotContain(Link);
        var page = await administrator.OpenAsync(AddressOf(trust.Colleague) + "/anonymise");
        page.Text.Should().Contain("Tom Reid still works for University Hospitals Bristol and Weston NHS Foundation Trust. Mark them as left first.");
        page.TextOf("main button").Should().BeEmpty();

        var token = (await administrator.OpenAsync(AddressOf(trust.Colleague) + "/access")).Token;
        var forged = await administrator.ForgeAsync(AddressOf(trust.Colleague) + "/anonymise", ("__RequestVerificationToken", token));

        forged.Status.Should().Be(HttpStatusCode.Conflict);
        forged.Errors.Should().Equal("This person still works for the trust. Mark them as left first, then take the name away.");
        (await app.Db.AllAsync<StaffMember>()).Should().NotContain(s => s.IsAnonymised);
    }

    [Fact]
    public async Task A_coordinator_takes_no_names_away_and_an_unknown_person_is_not_there()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var (trust, other) = (await SmallTrust.CreateAsync(app.Db), await SmallTrust.CreateOtherAsync(app.Db));
        await LeaveAsync(app, trust.Colleague);
        await LeaveAsync(app, other.Colleague);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        (await coordinator.OpenAsync(AddressOf(trust.Colleague))).TextOf("a").Should().NotContain(Link);
        var token = (await coordinator.OpenAsync(AddressOf(trust.Colleague) + "/access")).Token;

        foreach (var person in new[] { trust.Colleague, other.Colleague })
        {
            (await coordinator.OpenAsync(AddressOf(person) + "/anonymise")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await coordinator.ForgeAsync(AddressOf(person) + "/anonymise", ("__RequestVerificationToken", token))).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        (await administrator.OpenAsync($"/admin/people/{Guid.CreateVersion7()}/anonymise")).Status.Should().Be(HttpStatusCode.NotFound);
        (await administrator.OpenAsync("/admin/people/tom/anonymise")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Db.AllAsync<StaffMember>()).Should().NotContain(s => s.IsAnonymised);
    }

    [Fact]
    public async Task Without_a_fresh_second_factor_it_is_asked_for_first()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await LeaveAsync(app, trust.Colleague);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var page = await administrator.OpenAsync(AddressOf(trust.Colleague) + "/anonymise");
        app.Clock.Advance(AccountSession.Fresh + TimeSpan.FromMinutes(1));

        (await page.PressAsync("Take the name away")).Address.Should().StartWith("/sign-in/again");

        (await app.Db.AllAsync<StaffMember>()).Should().NotContain(s => s.IsAnonymised);
    }

    private static string AddressOf(StaffMember person) => $"/admin/people/{person.Id.Value}";

    private static Task LeaveAsync(ChampionsApp app, StaffMember person) =>
        app.Db.ChangeAsync<StaffMember>(s => s.Id == person.Id, s => s.Leave(Given.Today));
}
