using System.Net;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Sessions;

public sealed class SessionPageTests
{
    [Theory, EveryDatabase]
    public async Task A_champion_changes_a_session_and_reads_its_history_in_words(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id, topics: [trust.Topic.Id], note: "First words"));
        await app.Db.SaveAsync(session);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var page = await visitor.OpenAsync($"/sessions/{session.Id.Value}");

        var form = await page.FollowAsync("Change this session");
        form.Find("#Input_Note").TextContent.Should().Be("First words");
        form.Find("#Input_Day-day").GetAttribute("value").Should().Be("24");
        form.Document.QuerySelectorAll("input[type=radio][checked], input[type=checkbox][checked]").Select(i => i.GetAttribute("value"))
            .Should().Equal(trust.Topic.Id.Value.ToString(), "15", "Resolved");
        page = await form.PressAsync("Save changes", ("Input.Length", "30"), ("Input.Outcome", "Referred"), ("Input.Ward", trust.OtherWard.Id.Value.ToString()));

        page.Address.Should().Be($"/sessions/{session.Id.Value}");
        page.Text.Should().Contain("Session changed").And.Contain("Changed by Amara Osei, Tuesday 24 November 2026, 10am")
            .And.Contain("Ward changed from Maple Ward to Theatre Recovery").And.Contain("Length changed from 15 minutes to 30 minutes")
            .And.Contain("Outcome changed from Solved to Passed on to somebody else").And.Contain("Logged by Amara Osei")
            .And.NotContain("People helped changed").And.NotContain("Referred");
    }

    [Fact]
    public async Task A_form_opened_before_another_change_says_so_and_keeps_what_was_typed()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion);
        await app.Db.SaveAsync(session);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync($"/sessions/{session.Id.Value}/edit");
        await form.PressAsync("Save changes", ("Input.Length", "30"));

        var page = await form.PressAsync("Save changes", ("Input.Length", "60"), ("Input.Note", "My words"));

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("This session was changed after you opened it. Open it again to see how it stands now.");
        page.Find("#Input_Note").TextContent.Should().Be("My words");
        (await page.FollowAsync("Open the session as it stands now")).Find("input[name='Input.Length'][checked]").GetAttribute("value").Should().Be("30");
    }

    [Fact]
    public async Task Changing_checks_the_form_like_logging()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion);
        await app.Db.SaveAsync(session);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync($"/sessions/{session.Id.Value}/edit");

        (await form.PressAsync("Save changes", ("Input.People", "0"))).Errors.Should().Equal("Enter how many people you helped, from 1 to 200.");
        (await form.PressAsync("Save changes", ("Input.Day.Day", ""), ("Input.Day.Month", ""), ("Input.Day.Year", ""))).Errors
            .Should().Equal("Enter the day of the session, for example 27 3 2026.");
        (await form.PressAsync("Save changes", SessionPages.Date("Input.Day", Given.Today.AddDays(1)))).Errors
            .Should().Equal("The day must be today or in the past.");
        (await form.PressAsync("Save changes", ("Input.Outcome", "NeedsFollowUp"))).Errors.Should().HaveCount(2);
        (await app.Db.AllAsync<SupportSession>())[0].Version.Should().Be(0);
    }

    [Fact]
    public async Task A_follow_up_can_be_added_while_there_is_none()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion);
        await app.Db.SaveAsync(session);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await visitor.OpenAsync($"/sessions/{session.Id.Value}/edit");

        var page = await form.PressAsync(
            "Save changes",
            [("Input.Outcome", "NeedsFollowUp"), ("Input.FollowUpWhat", "Show labels"), .. SessionPages.Date("Input.FollowUpDue", Given.Today.AddDays(3))]);

        page.Text.Should().Contain("Follow-up added").And.Contain("For Friday 27 November 2026. Open");
        (await visitor.OpenAsync($"/sessions/{session.Id.Value}/edit")).Document.QuerySelector("#Input_FollowUpWhat").Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task Undo_takes_a_session_back_once_and_a_second_press_is_calm(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await trust.StartedBookingAsync();
        var visitor = await app.SignInAsync(trust.AsChampion);
        var saved = await (await visitor.OpenAsync($"/sessions/log?booking={booking.Id.Value}")).SaveAsync();

        var page = await saved.PressAsync("Undo");
        page.Address.Should().Be("/sessions");
        page.Text.Should().Contain("Session undone").And.Contain("There are no sessions yet.");
        (await app.Db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Booked);

        var again = await saved.PressAsync("Undo");
        again.Status.Should().Be(HttpStatusCode.OK);
        again.Text.Should().Contain("This session was undone on Tuesday 24 November 2026, 11am. It counts nowhere.");
        again.TextOf("main button, main a").Should().NotContain("Change this session").And.NotContain("Undo this session");
    }

    [Fact]
    public async Task After_ten_minutes_undo_says_what_can_still_be_done()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);
        var saved = await (await visitor.OpenAsync("/sessions/log")).SaveAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var page = await saved.PressAsync("Undo");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("A session can be undone for 10 minutes. You can still change it.");
        page.TextOf("main a").Should().Contain("Change this session");
        page.TextOf("main button").Should().NotContain("Undo this session");
    }

    [Fact]
    public async Task After_a_week_a_session_is_not_changed()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion);
        await app.Db.SaveAsync(session);
        app.Clock.Advance(TimeSpan.FromDays(7));
        var visitor = await app.SignInAsync(trust.AsChampion);

        (await visitor.OpenAsync($"/sessions/{session.Id.Value}")).TextOf("main a").Should().NotContain("Change this session");
        var page = await visitor.OpenAsync($"/sessions/{session.Id.Value}/edit");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Heading.Should().Be("This session cannot be changed now");
        page.Text.Should().Contain("A session can be changed for 7 days.");
    }

    [Fact]
    public async Task Another_trusts_or_champions_session_is_as_unknown_as_none()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var second = Given.Champion(trust.Colleague);
        var seconds = Given.Session(second, Given.Answers(note: "Not for others"));
        var foreign = Given.Session(other.Champion);
        await app.Db.SaveAsync(second, seconds, foreign);
        var champion = await app.SignInAsync(trust.AsChampion);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var token = (await champion.OpenAsync("/sessions/log")).Token;

        foreach (var tail in new[] { "", "/edit", "/saved" })
        {
            var unknown = await champion.OpenAsync($"/sessions/{Guid.CreateVersion7(Given.Now)}{tail}");
            foreach (var session in new[] { seconds, foreign })
            {
                var hidden = await champion.OpenAsync($"/sessions/{session.Id.Value}{tail}");
                (hidden.Status, hidden.Text).Should().Be((HttpStatusCode.NotFound, unknown.Text), tail);
            }
        }

        foreach (var tail in new[] { "/edit", "/undo" })
        {
            (await champion.ForgeAsync($"/sessions/{seconds.Id.Value}{tail}", ("__RequestVerificationToken", token))).Status
                .Should().Be(HttpStatusCode.NotFound, tail);
            (await champion.ForgeAsync($"/sessions/{foreign.Id.Value}{tail}", ("__RequestVerificationToken", token))).Status
                .Should().Be(HttpStatusCode.NotFound, tail);
        }

        (await champion.OpenAsync("/sessions/garbage")).Status.Should().Be(HttpStatusCode.NotFound);
        (await champion.OpenAsync($"/sessions/{seconds.Id.Value}/nonsense")).Status.Should().Be(HttpStatusCode.NotFound);
        (await coordinator.OpenAsync($"/sessions/{seconds.Id.Value}")).Text.Should().Contain("Not for others");
        (await coordinator.OpenAsync($"/sessions/{seconds.Id.Value}/edit")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
