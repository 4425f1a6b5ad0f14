using System.Net;
using Champions.Domain.Champions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Wards;

public sealed class AssignPagesTests
{
    [Theory, EveryDatabase]
    public async Task Four_clicks_lead_from_home_to_a_champion_on_the_ward(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/home");

        page = await page.FollowAsync("2 wards have no digital champion");
        page = await page.FollowAsync("Assign a champion to Maple Ward");
        page.TextOf("main li").Should().ContainSingle().Which.Should()
            .Contain("Amara Osei").And.Contain("Works at Royal Infirmary. Knows 1 system. Looks after no wards.");
        page = await page.PressAsync("Choose Amara Osei");
        page.Heading.Should().Be("Check your answers");
        page.TextOf(".nhsuk-summary-list__value").Should().Equal(
            "Maple Ward, Royal Infirmary", "Amara Osei", "Tuesday 24 November 2026", "No last day");
        page = await page.PressAsync("Assign Amara Osei");

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Address.Should().Be($"/wards/{trust.Ward.Id.Value}");
        page.TextOf(".nhsuk-notification-banner--success p").Should().Equal(
            "Amara Osei looks after Maple Ward from Tuesday 24 November 2026. They will get an email.");
        (await app.Db.AllAsync<WardAssignment>()).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { ChampionId = trust.Champion.Id, WardId = trust.Ward.Id, From = Given.Today, Until = (DateOnly?)null });
    }

    [Fact]
    public async Task Days_are_kept_through_search_choice_and_change()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AddChampionAsync("Ben Hall");
        var page = await OpenAsync(app, trust);

        page = await page.PressAsync(page.Find("button[aria-label=Search]"), Days((1, 12, 2026), (1, 3, 2027), ("Input.Search", "hall")));
        page.TextOf("h3").Should().Equal("Ben Hall");
        page = await page.PressAsync("Choose Ben Hall");
        page = await page.FollowAsync("Change last day");
        page.Find("[name='Input.Until.Month']").GetAttribute("value").Should().Be("3");
        page = await page.PressAsync("Choose Ben Hall");
        page = await page.PressAsync("Assign Ben Hall");

        page.TextOf(".nhsuk-notification-banner--success p").Should().Equal(
            "Ben Hall looks after Maple Ward from Tuesday 1 December 2026 to Monday 1 March 2027. They will get an email.");
        (await app.Db.AllAsync<WardAssignment>()).Should().ContainSingle().Which.Until.Should().Be(new DateOnly(2027, 3, 1));
    }

    public static TheoryData<(string, string, string), (string, string, string), string, string> WrongDays => new()
    {
        { ("", "", ""), ("", "", ""), "Enter the first day, for example 27 3 2026", "#Input_From-day" },
        { ("31", "2", "2027"), ("", "", ""), "The first day must be a real date, for example 27 3 2026", "#Input_From-day" },
        { ("1", "", "2027"), ("", "", ""), "The first day must include a month", "#Input_From-month" },
        { ("1", "12", "26"), ("", "", ""), "The year must have 4 numbers, for example 2026", "#Input_From-year" },
        { ("<b>", "12", "2026"), ("", "", ""), "The first day must be a real date, for example 27 3 2026", "#Input_From-day" },
        { ("23", "11", "2026"), ("", "", ""), "The first day must be today or later.", "#Input_From-day" },
        { ("25", "11", "2027"), ("", "", ""), "The first day must be within the next 12 months.", "#Input_From-day" },
        { ("31", "12", "9999"), ("", "", ""), "The first day must be within the next 12 months.", "#Input_From-day" },
        { ("1", "12", "2026"), ("30", "11", "2026"), "The last day must be the same as or after the first day.", "#Input_Until-day" },
        { ("1", "12", "2026"), ("31", "12", "9999"), "The last day must be within the next 5 years.", "#Input_Until-day" },
        { ("1", "12", "2026"), ("1", "1", "1"), "The year must have 4 numbers, for example 2026", "#Input_Until-year" },
        { ("1", "12", "2026"), ("soon", "", ""), "The last day must include a month and a year", "#Input_Until-month" },
    };

    [Theory, MemberData(nameof(WrongDays))]
    public async Task Wrong_days_bring_the_first_step_back_with_what_was_typed(
        (string Day, string Month, string Year) from, (string Day, string Month, string Year) until, string message, string target)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var page = await OpenAsync(app, trust);

        page = await page.PressAsync("Choose Amara Osei", Days(from, until));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
        page.Find(".nhsuk-error-summary__list a").GetAttribute("href").Should().Be(target);
        page.Document.Title.Should().StartWith("Error: ");
        page.Find("[name='Input.From.Day']").GetAttribute("value").Should().Be(from.Day);
        page.Find("[name='Input.Until.Day']").GetAttribute("value").Should().Be(until.Day);
        page.TextOf("h3").Should().Equal("Amara Osei");
    }

    [Fact]
    public async Task The_confirmation_sent_twice_makes_one_assignment_and_ends_on_the_same_page()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var choose = await OpenAsync(app, trust);
        var check = await choose.PressAsync("Choose Amara Osei");

        var first = await check.PressAsync("Assign Amara Osei");
        var second = await check.PressAsync("Assign Amara Osei");

        second.Status.Should().Be(HttpStatusCode.OK);
        second.Address.Should().Be(first.Address);
        var back = await choose.PressAsync("Choose Amara Osei");
        back.Status.Should().Be(HttpStatusCode.Conflict);
        back.Heading.Should().Be("Amara Osei already looks after Maple Ward");
        (await app.Db.AllAsync<WardAssignment>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Days_that_overlap_are_refused_by_the_name_of_champion_and_ward()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var check = await (await OpenAsync(app, trust)).PressAsync("Choose Amara Osei", Days((1, 12, 2026), (5, 12, 2026)));
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);

        var page = await check.PressAsync("Assign Amara Osei");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().BeEmpty();
        page.Heading.Should().Be("Amara Osei already looks after Maple Ward");
        page.Text.Should().Contain("This assignment stands from Tuesday 24 November 2026.");
        (await page.FollowAsync("Go to Maple Ward")).Heading.Should().Be("Maple Ward");
        page = await page.FollowAsync("Choose other days or another champion");
        page.Find("[name='Input.From.Month']").GetAttribute("value").Should().Be("12");
        (await app.Db.AllAsync<WardAssignment>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_champion_paused_meanwhile_is_refused_and_others_are_offered()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AddChampionAsync("Ben Hall");
        var choose = await OpenAsync(app, trust);
        var check = await choose.PressAsync("Choose Amara Osei");
        await app.Db.PauseAsync(trust.Champion.Id);

        var confirmed = await check.PressAsync("Assign Amara Osei");
        var chosen = await choose.PressAsync("Choose Amara Osei");

        foreach (var page in new[] { confirmed, chosen })
        {
            page.Status.Should().Be(HttpStatusCode.Conflict);
            page.Errors.Should().Equal("This champion is not active now. Choose somebody else.");
            page.TextOf("h3").Should().Equal("Ben Hall");
        }

        (await app.Db.AllAsync<WardAssignment>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Search_finds_those_on_the_ward_too_but_does_not_offer_them()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var page = await OpenAsync(app, trust);
        page.Text.Should().Contain("No active champion is free for Maple Ward on these days.");

        page = await page.PressAsync(page.Find("button[aria-label=Search]"), ("Input.Search", "amara"));
        page.TextOf("main li").Should().ContainSingle().Which.Should().Contain("Looks after this ward on some of these days");
        page.TextOf("main li button").Should().BeEmpty();

        page = await page.PressAsync(page.Find("button[aria-label=Search]"), ("Input.Search", "nobody"));
        page.Text.Should().Contain("No active champions match this name.");
        page = await page.FollowAsync("Clear the search");
        page.Find("[name='Input.From.Day']").GetAttribute("value").Should().Be("24");
    }

    [Fact]
    public async Task Forged_answers_get_a_plain_answer_and_change_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        var address = $"/wards/{trust.Ward.Id.Value}/assign";
        var check = await (await visitor.OpenAsync(address)).PressAsync("Choose Amara Osei");

        (await PostAsync(address)).Errors.Should().BeEquivalentTo("Choose a champion", "Enter the first day, for example 27 3 2026");
        (await PostAsync(address, ("Input.Champion", "x"), ("Input.From", "2026-12-01"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(address, ("Input.Champion", trust.Champion.Id.Value.ToString()), ("Input.From", "tomorrow")))
            .Status.Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(address, ("Input.Champion", trust.Champion.Id.Value.ToString()), ("Input.From", "2026-11-01")))
            .Errors.Should().Equal("The first day must be today or later.");
        (await PostAsync(address, ("Input.Champion", other.Champion.Id.Value.ToString()), ("Input.From", "2026-12-01")))
            .Status.Should().Be(HttpStatusCode.NotFound);
        (await PostAsync($"/wards/{other.Ward.Id.Value}/assign", ("Input.Champion", trust.Champion.Id.Value.ToString()), ("Input.From", "2026-12-01")))
            .Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.OpenAsync(address + "?Input.Champion=garbage&Input.From=2026-12-01")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.OpenAsync(address + "?Input.From=2026-12-01&Input.Search=" + new string('x', 81))).Errors
            .Should().Equal("Enter a name of up to 80 characters");
        (await visitor.OpenAsync(address + "?Input.Search=%00")).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.ForgeAsync(address, ("Input.From", "2026-12-01"))).Status.Should().Be(HttpStatusCode.BadRequest, "the form has no token");

        (await app.Db.AllAsync<WardAssignment>()).Should().BeEmpty();

        Task<Page> PostAsync(string to, params IEnumerable<(string, string)> fields) =>
            visitor.ForgeAsync(to, [("__RequestVerificationToken", check.Token), .. fields]);
    }

    [Fact]
    public async Task Only_coordinators_assign()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var address = $"/wards/{trust.Ward.Id.Value}/assign";

        foreach (var actor in new[] { trust.AsChampion, trust.AsStaff, trust.AsHelpdesk })
        {
            var visitor = await app.SignInAsync(actor);
            var token = (await visitor.OpenAsync("/home")).Token;
            (await visitor.OpenAsync(address)).Status.Should().Be(HttpStatusCode.Forbidden);
            (await visitor.ForgeAsync(
                address,
                ("__RequestVerificationToken", token),
                ("Input.Champion", trust.Champion.Id.Value.ToString()),
                ("Input.From", "2026-12-01"))).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        (await app.Db.AllAsync<WardAssignment>()).Should().BeEmpty();
    }

    private static async Task<Page> OpenAsync(ChampionsApp app, SmallTrust trust) =>
        await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/wards/{trust.Ward.Id.Value}/assign");

    private static (string, string?)[] Days((int Day, int Month, int Year) from, (int Day, int Month, int Year) until, params (string, string?)[] more) =>
        Days(($"{from.Day}", $"{from.Month}", $"{from.Year}"), ($"{until.Day}", $"{until.Month}", $"{until.Year}"), more);

    private static (string, string?)[] Days((string Day, string Month, string Year) from, (string Day, string Month, string Year) until, params (string, string?)[] more) =>
    [
        ("Input.From.Day", from.Day), ("Input.From.Month", from.Month), ("Input.From.Year", from.Year),
        ("Input.Until.Day", until.Day), ("Input.Until.Month", until.Month), ("Input.Until.Year", until.Year),
        .. more,
    ];
}
