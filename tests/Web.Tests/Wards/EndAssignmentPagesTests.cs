using System.Net;
using Champions.Domain.Champions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Wards;

public sealed class EndAssignmentPagesTests
{
    [Theory, EveryDatabase]
    public async Task The_coordinator_sees_what_it_means_before_and_after(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-5));
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/wards/{trust.Ward.Id.Value}");

        page = await page.FollowAsync("End the assignment of Amara Osei");
        page.Heading.Should().Be("When does Amara Osei stop looking after Maple Ward?");
        page.Find("[name='Input.LastDay.Day']").GetAttribute("value").Should().Be("24");
        page = await page.PressAsync("Continue");
        page.Text.Should().Contain(
            "The last day of Amara Osei on Maple Ward is Tuesday 24 November 2026. "
            + "Maple Ward will have no champion from Wednesday 25 November 2026.");
        (await app.Db.AllAsync<WardAssignment>()).Single().Until.Should().BeNull();
        page = await page.PressAsync("End assignment");

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Address.Should().Be($"/wards/{trust.Ward.Id.Value}");
        page.TextOf(".nhsuk-notification-banner--success p").Single().Should().EndWith("Maple Ward will have no champion from Wednesday 25 November 2026.");
        (await app.Db.AllAsync<WardAssignment>()).Single().Until.Should().Be(Given.Today);
    }

    [Fact]
    public async Task One_that_has_not_begun_is_called_off()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(7));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await visitor.OpenAsync(Address(trust, assignment));
        page.Text.Should().Contain("A day before the first day calls it off.");
        page = await page.PressAsync("Continue");
        page.Text.Should().Contain(
            "Amara Osei will not start on Maple Ward on Tuesday 1 December 2026. Maple Ward will have no champion from Tuesday 1 December 2026.");
        page = await page.PressAsync("End assignment");

        page.Text.Should().Contain("Called off before 1 Dec 2026");
        (await app.Db.AllAsync<WardAssignment>()).Single().IsCalledOff.Should().BeTrue();
        (await visitor.OpenAsync(Address(trust, assignment))).Heading.Should().Be("This assignment has ended");
    }

    [Theory]
    [InlineData("", "", "", "Enter the last day, for example 27 3 2026")]
    [InlineData("31", "6", "2027", "The last day must be a real date, for example 27 3 2026")]
    [InlineData("23", "11", "2026", "The last day must be today or later.")]
    [InlineData("31", "12", "9999", "The last day must be within the next 5 years.")]
    [InlineData("1", "1", "0001", "The last day must be today or later.")]
    public async Task Wrong_days_bring_the_form_back_with_what_was_typed(string day, string month, string year, string message)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(Address(trust, assignment));

        page = await page.PressAsync("Continue", ("Input.LastDay.Day", day), ("Input.LastDay.Month", month), ("Input.LastDay.Year", year));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
        page.Find("[name='Input.LastDay.Year']").GetAttribute("value").Should().Be(year);
        page.TextOf("main button").Should().Equal("Continue");
    }

    [Fact]
    public async Task Sent_twice_it_ends_on_the_same_page()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var check = await (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(Address(trust, assignment))).PressAsync("Continue");

        var first = await check.PressAsync("End assignment");
        var second = await check.PressAsync("End assignment");

        second.Status.Should().Be(HttpStatusCode.OK);
        second.Address.Should().Be(first.Address);
        second.TextOf(".nhsuk-notification-banner--success").Should().BeEmpty();
        second.TextOf(".nhsuk-notification-banner__title").Should().Equal("Nothing has changed");
        second.TextOf(".nhsuk-notification-banner p").Should().Equal("The last day of Amara Osei on Maple Ward was already Tuesday 24 November 2026.");
    }

    [Fact]
    public async Task One_with_a_last_day_says_so_and_offers_to_change_it()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-5), Given.Today);
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/wards/{trust.Ward.Id.Value}");
        page.TextOf("tbody td")[3].Should().Contain("From 19 Nov 2026").And.Contain("Ends on 24 Nov 2026");
        page.TextOf("tbody a").Should().Equal("Amara Osei", "Change the last day of Amara Osei");

        page = await page.FollowAsync("Change the last day of Amara Osei");
        page.Find("[name='Input.LastDay.Day']").GetAttribute("value").Should().Be("24");
        page = await page.PressAsync("Continue", ("Input.LastDay.Day", "26"));
        page = await page.PressAsync("Change the last day");

        page.TextOf(".nhsuk-notification-banner--success p").Single().Should().StartWith("The last day of Amara Osei on Maple Ward is Thursday 26 November 2026.");
        page.TextOf("tbody td")[3].Should().Contain("Ends on 26 Nov 2026");
    }

    [Fact]
    public async Task A_page_left_open_until_the_assignment_had_ended_is_told_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today, Given.Today);
        var check = await (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(Address(trust, assignment)))
            .PressAsync("Continue", ("Input.LastDay.Day", "26"));
        app.Clock.Now = Given.Now.AddMinutes(29);
        await app.Db.ExecuteAsync("UPDATE \"WardAssignments\" SET \"From\" = '2026-11-20', \"Until\" = '2026-11-22'");

        var page = await check.PressAsync("Change the last day");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("This assignment has already ended.");
        page.Heading.Should().Be("This assignment has ended");
    }

    [Fact]
    public async Task Only_coordinators_of_the_trust_end_assignments()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var address = Address(trust, assignment);

        foreach (var (actor, status) in new[]
        {
            (trust.AsChampion, HttpStatusCode.Forbidden), (trust.AsStaff, HttpStatusCode.Forbidden), (other.AsCoordinator, HttpStatusCode.NotFound),
        })
        {
            var visitor = await app.SignInAsync(actor);
            var token = (await visitor.OpenAsync("/home")).Token;
            (await visitor.OpenAsync(address)).Status.Should().Be(status);
            (await visitor.ForgeAsync(address, ("__RequestVerificationToken", token), ("Input.LastDay", "2026-11-24"))).Status.Should().Be(status);
        }

        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        (await coordinator.OpenAsync($"/wards/{trust.OtherWard.Id.Value}/assignments/{assignment.Id.Value}/end")).Status
            .Should().Be(HttpStatusCode.NotFound, "it is not an assignment of that ward");
        (await app.Db.AllAsync<WardAssignment>()).Single().Until.Should().BeNull();
    }

    private static string Address(SmallTrust trust, WardAssignment assignment) =>
        $"/wards/{trust.Ward.Id.Value}/assignments/{assignment.Id.Value}/end";
}
