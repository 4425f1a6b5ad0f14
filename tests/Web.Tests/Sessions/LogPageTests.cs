using System.Net;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Sessions;

public sealed class LogPageTests
{
    private const int MostTaps = 6;

    [Theory, EveryDatabase]
    public async Task A_champion_logs_in_few_taps_sees_what_was_saved_and_logs_another_on_the_same_ward(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var page = await (await visitor.OpenAsync("/home")).FollowAsync("Log a session");

        page = await page.SaveAsync(("Input.Topics", trust.Topic.Id.Value.ToString()), ("Input.Ward", trust.OtherWard.Id.Value.ToString()));

        page.Heading.Should().Be("Session saved");
        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Text.Should().Contain("1 person, 15 minutes, Theatre Recovery").And.Contain("Logging in").And.Contain("You can undo this until 10:10am");
        var another = await page.FollowAsync("Log another");
        another.Find("#Input_Ward option[selected]").GetAttribute("value").Should().Be(trust.OtherWard.Id.Value.ToString());
        (await app.Db.AllAsync<SupportSession>()).Should().ContainSingle().Which.ChampionId.Should().Be(trust.Champion.Id);
    }

    /// <summary>A tap opens the form, each answer that the blank form lacks is one, so is a topic, and one saves.</summary>
    [Fact]
    public async Task A_blank_log_takes_no_more_taps_than_the_budget()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await (await visitor.OpenAsync("/home")).FollowAsync("Log a session");

        var untouched = await form.PressAsync("Save session");

        untouched.Errors.Should().Equal("Choose how long it took.", "Choose what came of it.");
        const int open = 1, topic = 1, save = 1;
        (open + topic + untouched.Errors.Count + save).Should().BeLessThanOrEqualTo(MostTaps);
        (await form.SaveAsync(("Input.Topics", trust.Topic.Id.Value.ToString()))).Heading.Should().Be("Session saved");
    }

    [Fact]
    public async Task The_form_is_filled_in_with_what_was_answered_last()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(Given.Session(trust.Champion, Given.Answers(ward: trust.OtherWard.Id, system: trust.System.Id, mode: SupportMode.Phone)));
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await visitor.OpenAsync("/sessions/log");

        Chosen(page, "Ward").Should().Be("Theatre Recovery (THR)");
        Chosen(page, "System").Should().Be("Electronic patient record");
        Chosen(page, "Mode").Should().Be("Phone call");
        page.Find("#Input_People").GetAttribute("value").Should().Be("1");
        page.Document.QuerySelectorAll("input[type=radio][checked]").Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_booking_fills_in_the_form_and_is_attended_once_it_is_saved(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await trust.StartedBookingAsync();
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await visitor.OpenAsync($"/sessions/log?booking={booking.Id.Value}");
        page.Text.Should().Contain("This is the booking of Tom Reid, Tuesday 24 November 2026, 10:30am").And.Contain("Finding blood results");
        page.Find("#Input_OwnMinutes").GetAttribute("value").Should().Be("45");
        page = await page.PressAsync("Save session", ("Input.Outcome", "PartlyResolved"));

        page.Heading.Should().Be("Session saved");
        page.Text.Should().Contain("Tom Reid, Allied health professionals").And.Contain("45 minutes");
        (await app.Db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Attended);

        var again = await visitor.OpenAsync($"/sessions/log?booking={booking.Id.Value}");
        again.Status.Should().Be(HttpStatusCode.Conflict);
        again.Heading.Should().Be("This booking is already logged");
        (await again.FollowAsync("See the session")).Heading.Should().Be("Session on Tuesday 24 November 2026");
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_of_one_booking_make_one_session_and_the_second_is_led_to_it(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await trust.StartedBookingAsync();
        var visitor = await app.SignInAsync(trust.AsChampion);
        var first = await visitor.OpenAsync($"/sessions/log?booking={booking.Id.Value}");
        var second = await visitor.OpenAsync($"/sessions/log?booking={booking.Id.Value}");

        (await first.SaveAsync()).Heading.Should().Be("Session saved");
        var late = await second.SaveAsync();

        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Heading.Should().Be("This booking is already logged");
        late.TextOf("main a").Should().Contain("See the session");
        (await app.Db.AllAsync<SupportSession>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_session_and_with_other_answers_a_conflict()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync("/sessions/log");

        var first = await form.SaveAsync();
        var again = await form.SaveAsync();
        var other = await form.SaveAsync(("Input.Length", "30"));

        again.Address.Should().Be(first.Address);
        other.Status.Should().Be(HttpStatusCode.Conflict);
        other.Heading.Should().Be("This form was already saved");
        (await other.FollowAsync("See the session")).Address.Should().Be(first.Address.Replace("/saved", ""));
        (await app.Db.AllAsync<SupportSession>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_form_that_was_undone_is_not_saved_again_from_the_old_page()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync("/sessions/log");
        await (await form.SaveAsync()).PressAsync("Undo");

        var page = await form.SaveAsync();

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Heading.Should().Be("This session was undone");
        (await page.FollowAsync("Log a session")).Heading.Should().Be("Log a session");
    }

    [Fact]
    public async Task A_follow_up_is_asked_for_and_kept()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync("/sessions/log");
        var needed = ("Input.Outcome", (string?)"NeedsFollowUp");

        (await form.SaveAsync(needed)).Errors.Should().Equal("Enter what is to be done at the follow-up.");
        (await form.SaveAsync([needed, ("Input.FollowUpWhat", "Show labels"), ("Input.FollowUpDue.Day", ""), ("Input.FollowUpDue.Month", ""), ("Input.FollowUpDue.Year", "")]))
            .Errors.Should().Equal("Enter the day of the follow-up, for example 27 3 2026.");
        (await form.SaveAsync([needed, ("Input.FollowUpWhat", "Show labels"), .. SessionPages.Date("Input.FollowUpDue", Given.Today.AddDays(-1))]))
            .Errors.Should().Equal("The follow-up day must be today or later.");
        (await form.SaveAsync([needed, ("Input.FollowUpWhat", "See 943 476 5919")])).Errors.Should()
            .ContainSingle().Which.Should().StartWith("The follow-up looks as if it has an NHS number in it.");
        (await app.Db.AllAsync<SupportSession>()).Should().BeEmpty();

        var page = await form.SaveAsync(needed, ("Input.FollowUpWhat", "Show labels"));

        page.Text.Should().Contain("The follow-up is on Tuesday 1 December 2026: Show labels");
        (await app.Db.AllAsync<FollowUp>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Half_a_follow_up_day_does_not_matter_when_no_follow_up_is_needed()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(("Input.FollowUpDue.Day", "31"), ("Input.FollowUpDue.Month", ""));

        page.Heading.Should().Be("Session saved");
    }

    [Fact]
    public async Task A_coordinator_chooses_the_champion()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        var form = await visitor.OpenAsync("/sessions/log");

        (await form.PressAsync("Save session")).Errors.Should().Equal(
            "Choose the champion who gave the help.", "Choose how long it took.", "Choose what came of it.");
        var page = await form.SaveAsync(("Input.Champion", trust.Champion.Id.Value.ToString()));

        page.Heading.Should().Be("Session saved");
        page.Text.Should().Contain("Amara Osei");
        var another = await page.FollowAsync("Log another");
        Chosen(another, "Champion").Should().Be("Amara Osei");
        (await app.Db.AllAsync<SupportSession>())[0].LoggedById.Should().Be(trust.Coordinator.Id);
    }

    [Fact]
    public async Task Everything_that_can_be_said_is_saved()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync("/sessions/log");

        var page = await form.SaveAsync(
        [
            ("Input.People", " 4 "), ("Input.Emails", trust.Colleague.Email), ("Input.Groups[8]", "2"), ("Input.Length", "own"), ("Input.OwnMinutes", "75"),
            ("Input.Mode", "Group"), ("Input.Barriers", "NoTime"), ("Input.Barriers", "Skills"), ("Input.Kind", "Tuition"), ("Input.DoneBy", "DoneTogether"),
            ("Input.Note", "On the night shift"), .. SessionPages.Date("Input.Day", Given.Today.AddDays(-2)),
        ]);

        page.Text.Should().Contain("Sunday 22 November 2026").And.Contain("4 people").And.Contain("2 people, Students")
            .And.Contain("Tom Reid").And.Contain("1 other person").And.Contain("1 hour 15 minutes").And.Contain("Group session")
            .And.Contain("Not enough time, Skills not learned yet").And.Contain("Taught how to do it").And.Contain("We did it together")
            .And.Contain("On the night shift");
    }

    private static string Chosen(Page page, string field) => page.Find($"#Input_{field} option[selected]").TextContent;
}
