using System.Net;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Slots;

public sealed class AddATimeTests
{
    private const string Press = "Offer this time";

    private static readonly (string Name, string? Value)[] Good =
    [
        ("Input.Day.Day", "1"), ("Input.Day.Month", "12"), ("Input.Day.Year", "2026"), ("Input.Start", "2:15pm"),
        ("Input.Mode", "InPersonElsewhere"), ("Input.Place", "Seminar Room 2"),
    ];

    [Theory, EveryDatabase]
    public async Task A_champion_offers_one_time_and_is_told_what_happens_next(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var champion = await app.SignInAsync(trust.AsChampion);

        var page = await (await champion.OpenAsync("/slots")).FollowAsync("Add a time");
        page = await page.PressAsync(Press, Good);

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Heading.Should().Be("Time offered");
        page = await page.FollowAsync("Tuesday 1 December 2026, 2:15pm to 2:45pm");
        page.Text.Should().Contain("Seminar Room 2").And.Contain("30 minutes").And.Contain("Nobody has booked this time yet");
    }

    [Fact]
    public async Task A_weekly_time_names_the_bank_holiday_in_it()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, ("Input.Day.Day", "11"), ("Input.Repeat", "weekly"), ("Input.Weeks", "4"));

        page.Heading.Should().Be("4 times offered");
        page.Text.Should().Contain("Friday 25 December 2026 is Christmas Day.").And.Contain("Friday 1 January 2027 is New Year");
        (await app.Db.AllAsync<HelpSlot>()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_named()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        app.Clock.Now = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

        var page = await OfferAsync(app, trust, ("Input.Day.Day", "25"), ("Input.Day.Month", "10"), ("Input.Start", "1:30am"));

        page.Text.Should().Contain("On Sunday 25 October 2026 1:30am comes twice, because the clocks go back. You offer the first one.");
    }

    [Fact]
    public async Task The_champions_own_ward_is_chosen_already()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        trust.Champion.Assign(trust.OtherWard.Id, Given.Today, until: null, Given.Today, Given.Now);
        await app.Db.SaveAsync(trust.Champion.Assignments[0]);
        var champion = await app.SignInAsync(trust.AsChampion);

        var page = await champion.OpenAsync("/slots/new");
        page.TextOf("#Input_WardId option").Should().Equal("Choose a ward", "Theatre Recovery, Royal Infirmary", "Maple Ward, Royal Infirmary");
        page = await page.PressAsync(
            Press, ("Input.Day.Day", "1"), ("Input.Day.Month", "12"), ("Input.Day.Year", "2026"), ("Input.Start", "9am"), ("Input.Length", "other"), ("Input.Minutes", "45"));

        page.Heading.Should().Be("Time offered");
        (await app.Db.AllAsync<HelpSlot>()).Should().ContainSingle().Which.Should().Match<HelpSlot>(s => s.WardId == trust.OtherWard.Id && s.Minutes == 45);
    }

    [Theory]
    [InlineData("Input.Day.Day", "", "The date must include a day")]
    [InlineData("Input.Day.Year", "2025", "The day must be today or later")]
    [InlineData("Input.Day.Year", "9999", "The time must be within the next 26 weeks.")]
    [InlineData("Input.Day.Month", "6", "The day must be today or later")]
    [InlineData("Input.Day.Day", "31 of", "The day must be a real date, for example 27 3 2026")]
    [InlineData("Input.Start", "", "Enter the start time, for example 2:15pm")]
    [InlineData("Input.Start", "2:17pm", "The time must start on a multiple of 5 minutes, for example 2:15pm.")]
    [InlineData("Input.Start", "half two", "Enter a time, for example 2:15pm")]
    [InlineData("Input.Places", "0", "The number of places must be 1 to 50.")]
    [InlineData("Input.Places", "51", "The number of places must be 1 to 50.")]
    [InlineData("Input.Places", "", "Enter how many places there are, for example 1")]
    [InlineData("Input.Places", "a few", "The number of places must be 1 to 50.")]
    [InlineData("Input.Places", "99999999999", "The number of places must be 1 to 50.")]
    [InlineData("Input.Place", " ", "Enter where you will meet, for example Seminar Room 2.")]
    [InlineData("Input.Place", "Bed of 943 476 5919", "The place looks as if it has an NHS number in it. Take out patient details and save again.")]
    [InlineData("Input.Mode", "InPersonOnWard", "Choose the ward where you will meet.")]
    [InlineData("Input.Mode", null, "Choose how you will meet.")]
    [InlineData("Input.Length", null, "Choose how long")]
    [InlineData("Input.Repeat", null, "Choose if you offer this once or every week")]
    public async Task A_wrong_answer_brings_the_form_back_with_what_was_typed(string field, string? typed, string message)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, (field, typed));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message.Replace("The date must include", "The day must include"));
        if (page.Document.QuerySelector($"input[type=text][name='{field}']") is { } box)
        {
            box.GetAttribute("value").Should().Be(typed);
        }

        (await app.Db.AllAsync<HelpSlot>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("3")]
    [InlineData("32")]
    [InlineData("245")]
    [InlineData("-5")]
    [InlineData("99999999999")]
    public async Task A_length_that_nobody_can_offer_is_refused(string minutes)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, ("Input.Length", "other"), ("Input.Minutes", minutes));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("The length must be 10 to 240 minutes, in steps of 5.");
    }

    [Theory]
    [InlineData("", "Enter for how many weeks, for example 6")]
    [InlineData("0", "The number of weeks must be 1 to 12.")]
    [InlineData("13", "The number of weeks must be 1 to 12.")]
    [InlineData("many", "The number of weeks must be 1 to 12.")]
    public async Task A_number_of_weeks_that_nobody_can_offer_is_refused(string weeks, string message)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, ("Input.Repeat", "weekly"), ("Input.Weeks", weeks));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
    }

    [Fact]
    public async Task Boxes_under_answers_that_were_not_chosen_count_for_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, ("Input.Weeks", "many"), ("Input.Minutes", "x"), ("Input.Number", "943 476 5919"));

        page.Heading.Should().Be("Time offered");
    }

    [Fact]
    public async Task A_series_that_runs_past_the_horizon_says_which_day()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(
            app, trust, ("Input.Day.Day", "18"), ("Input.Day.Month", "5"), ("Input.Day.Year", "2027"), ("Input.Repeat", "weekly"), ("Input.Weeks", "3"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("Tuesday 25 May 2027 is more than 26 weeks away. Enter fewer weeks.");
    }

    [Fact]
    public async Task A_time_earlier_today_is_refused()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await OfferAsync(app, trust, ("Input.Day.Day", "24"), ("Input.Day.Month", "11"), ("Input.Start", "9:55am"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("The time must be in the future.");
    }

    [Theory, EveryDatabase]
    public async Task Own_time_in_the_way_is_a_conflict_that_names_the_day(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync(new DateTimeOffset(2026, 12, 8, 14, 30, 0, TimeSpan.Zero));

        var page = await OfferAsync(app, trust, ("Input.Repeat", "weekly"), ("Input.Weeks", "3"));

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("You already have a time or a booking then on Tuesday 8 December. Choose another time.");
        (await app.Db.AllAsync<HelpSlot>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_posted_twice_offers_once_and_shows_the_same_page(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var champion = await app.SignInAsync(trust.AsChampion);
        var form = await champion.OpenAsync("/slots/new");

        var first = await form.PressAsync(Press, Good);
        var second = await form.PressAsync(Press, Good);

        second.Status.Should().Be(HttpStatusCode.OK);
        second.Address.Should().Be(first.Address);
        (await app.Db.AllAsync<HelpSlot>()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Input.Mode", "Group", "Choose how you will meet.")]
    [InlineData("Input.Mode", "Teleport", "Check what you entered for how you will meet")]
    [InlineData("Input.Mode", "99", "Check what you entered")]
    [InlineData("Input.Length", "-1", "Choose how long")]
    [InlineData("Input.Repeat", "daily", "Choose if you offer this once or every week")]
    [InlineData("Input.Key", "", "Open a new form and enter the time again")]
    [InlineData("Input.WardId", "not-a-ward", "Check what you entered for ward")]
    public async Task What_no_form_would_send_gets_a_plain_answer(string field, string value, string message)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await ForgeAsync(app, trust, field == "Input.WardId" ? [("Input.Mode", "InPersonOnWard"), (field, value)] : [(field, value)]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
    }

    [Fact]
    public async Task A_ward_of_another_trust_is_no_place_to_meet()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);

        var page = await ForgeAsync(app, trust, [("Input.Mode", "InPersonOnWard"), ("Input.WardId", other.Ward.Id.Value.ToString())]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("Choose the ward where you will meet.");
        (await app.Db.AllAsync<HelpSlot>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_champions_add_times()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        foreach (var actor in new[] { trust.AsStaff, trust.AsCoordinator, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            var visitor = await app.SignInAsync(actor);
            (await visitor.OpenAsync("/slots/new")).Status.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_champion_who_was_paused_meanwhile_is_told_whom_to_ask()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var champion = await app.SignInAsync(trust.AsChampion);
        var form = await champion.OpenAsync("/slots/new");
        await app.Db.ExecuteAsync("UPDATE \"Champions\" SET \"Status\" = 'Paused'");

        var page = await form.PressAsync(Press, Good);

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("Your role as a champion is paused. Ask your coordinator to start it again.");
    }

    [Fact]
    public async Task The_confirmation_of_somebody_elses_form_is_not_found()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var confirmation = (await OfferAsync(app, trust)).Address;

        (await (await app.SignInAsync(other.AsChampion)).OpenAsync(confirmation)).Status.Should().Be(HttpStatusCode.NotFound);
        (await (await app.SignInAsync(trust.AsChampion)).OpenAsync("/slots/offered/nonsense")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<Page> OfferAsync(ChampionsApp app, SmallTrust trust, params (string Name, string? Value)[] instead)
    {
        var champion = await app.SignInAsync(trust.AsChampion);
        return await (await champion.OpenAsync("/slots/new")).PressAsync(Press, Answers(instead));
    }

    private static async Task<Page> ForgeAsync(ChampionsApp app, SmallTrust trust, (string Name, string? Value)[] instead)
    {
        var champion = await app.SignInAsync(trust.AsChampion);
        var form = await champion.OpenAsync("/slots/new");
        (string Name, string? Value)[] usual =
        [
            .. Good, ("Input.Key", Guid.CreateVersion7(Given.Now).ToString()), ("Input.Length", "30"), ("Input.Places", "1"), ("Input.Repeat", "once"),
        ];
        (string Name, string? Value)[] answers =
            [.. usual.Where(a => instead.All(i => i.Name != a.Name)), .. instead, ("__RequestVerificationToken", form.Token)];
        return await champion.ForgeAsync("/slots/new", [.. answers.Select(a => (a.Name, a.Value!))]);
    }

    private static (string Name, string? Value)[] Answers((string Name, string? Value)[] instead) =>
        [.. Good.Where(a => instead.All(i => i.Name != a.Name)), .. instead];
}
