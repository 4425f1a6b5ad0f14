using System.Net;
using Champions.Domain.SupportSessions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Sessions;

public sealed class LogBadInputTests
{
    [Theory]
    [InlineData("Input.People", "", "Enter how many people you helped, for example 1.")]
    [InlineData("Input.People", "two", "Enter how many people you helped, for example 1.")]
    [InlineData("Input.People", "1.5", "Enter how many people you helped, for example 1.")]
    [InlineData("Input.People", "0", "Enter how many people you helped, from 1 to 200.")]
    [InlineData("Input.People", "201", "Enter how many people you helped, from 1 to 200.")]
    [InlineData("Input.People", "99999999999", "Enter how many people you helped, from 1 to 200.")]
    [InlineData("Input.Groups[0]", "-1", "Enter a number from 0 to 200, or leave it empty.")]
    [InlineData("Input.Groups[8]", "two", "Enter a number from 0 to 200, or leave it empty.")]
    [InlineData("Input.Emails", "nobody@trust.example", "We could not find nobody@trust.example in your trust. Check the address, or leave it out.")]
    [InlineData("Input.Note", "For 943 476 5919", "The note looks as if it has an NHS number in it. Take out patient details and save again.")]
    public async Task What_cannot_be_is_answered_beside_its_field_and_kept(string field, string typed, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync((field, typed), ("Input.Ward", trust.OtherWard.Id.Value.ToString()));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(words);
        var control = page.Find($"[name='{field}']");
        (control.GetAttribute("value") ?? control.TextContent).Should().Be(typed);
        control.Closest(".nhsuk-form-group")!.ClassList.Should().Contain("nhsuk-form-group--error");
        page.Document.QuerySelector(".nhsuk-error-summary__list a")!.GetAttribute("href").Should().Be("#" + control.Id);
        control.Closest("details")?.HasAttribute("open").Should().BeTrue();
        page.Find("#Input_Ward option[selected]").TextContent.Should().Be("Theatre Recovery (THR)");
        (await app.Db.AllAsync<SupportSession>()).Should().BeEmpty();
    }

    [Fact]
    public async Task People_listed_and_people_helped_must_add_up()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(("Input.Groups[3]", "2"));

        page.Errors.Should().Equal("You listed more people than you helped. Change the number, or take somebody off the list.");
        page.Find("#Input_People-error").Should().NotBeNull();
        page.Find("[name='Input.Groups[3]']").Closest("details")!.HasAttribute("open").Should().BeTrue();
    }

    [Theory]
    [InlineData("", "Enter how many minutes it took, for example 20.")]
    [InlineData("abc", "Enter how many minutes it took, for example 20.")]
    [InlineData("0", "Enter how long it took, from 1 to 480 minutes.")]
    [InlineData("481", "Enter how long it took, from 1 to 480 minutes.")]
    public async Task A_length_of_ones_own_is_1_to_480_minutes(string minutes, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(("Input.Length", "own"), ("Input.OwnMinutes", minutes));

        page.Errors.Should().Equal(words);
        page.Find("#Input_OwnMinutes-error").Should().NotBeNull();
    }

    [Theory]
    [InlineData(1, "The day must be today or in the past.")]
    [InlineData(-93, "The day must be within the last 92 days.")]
    public async Task The_day_is_today_or_in_the_last_92_days(int days, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(SessionPages.Date("Input.Day", Given.Today.AddDays(days)));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(words);
        page.Find("#Input_Day-day").Closest("details")!.HasAttribute("open").Should().BeTrue();
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_at_once_in_the_order_of_the_page()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).PressAsync(
            "Save session", ("Input.People", "0"), ("Input.Day.Day", "31"), ("Input.Day.Month", "2"), ("Input.Day.Year", "2026"), ("Input.Note", new string('a', 201)));

        page.Errors.Should().Equal(
            "Enter how many people you helped, from 1 to 200.",
            "Choose how long it took.",
            "Choose what came of it.",
            "The day of the session must be a real date, for example 27 3 2026",
            "The note must be 200 characters or fewer.");
    }

    [Fact]
    public async Task Days_that_are_refused_are_named_with_the_other_problems()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(
        [
            ("Input.People", "0"), ("Input.Outcome", "NeedsFollowUp"), ("Input.FollowUpWhat", "Show it again"),
            .. SessionPages.Date("Input.FollowUpDue", Given.Today.AddDays(-1)), .. SessionPages.Date("Input.Day", Given.Today.AddDays(1)),
        ]);

        page.Errors.Should().Equal(
            "Enter how many people you helped, from 1 to 200.",
            "The follow-up day must be today or later.",
            "The day must be today or in the past.");
    }

    [Fact]
    public async Task Nine_topics_are_one_too_many()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var topics = Enumerable.Range(2, 9).Select(n => Given.Topic(trust.Trust.Id, $"Topic {n}", n)).ToList();
        await app.Db.SaveAsync([.. topics]);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await (await visitor.OpenAsync("/sessions/log")).SaveAsync(
            [.. topics.Select(t => ("Input.Topics", (string?)t.Id.Value.ToString()))]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("Choose up to 8 topics.");
        page.Document.QuerySelectorAll("[name='Input.Topics'][checked]").Should().HaveCount(9);
    }

    [Fact]
    public async Task What_another_trust_has_cannot_be_posted()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        (await ForgeAsync(visitor, ("Input.Ward", other.Ward.Id.Value.ToString()))).Errors.Should().Equal("Choose a ward from the list.");
        (await ForgeAsync(visitor, ("Input.System", other.System.Id.Value.ToString()))).Errors.Should().Equal("Choose a system from the list.");
        (await ForgeAsync(visitor, ("Input.Topics", other.Topic.Id.Value.ToString()))).Errors.Should().Equal("Choose topics from the list.");
        (await ForgeAsync(visitor, ("Input.Ward", "garbage"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(visitor, ("Input.Topics", "garbage"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(visitor, ("Input.Mode", "Telepathy"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(visitor, ("Input.Outcome", "99"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(visitor, ("Input.Length", "17"))).Errors.Should().Equal("Choose how long it took.");
        (await ForgeAsync(visitor, ("Input.RequestKey", ""))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await app.Db.AllAsync<SupportSession>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_logs_and_for_whom_is_never_taken_from_the_form_of_a_champion()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var second = Given.Champion(trust.Colleague);
        await app.Db.SaveAsync(second);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await ForgeAsync(visitor, ("Input.Champion", second.Id.Value.ToString()));

        page.Heading.Should().Be("Session saved");
        (await app.Db.AllAsync<SupportSession>()).Should().ContainSingle().Which.ChampionId.Should().Be(trust.Champion.Id);
    }

    [Fact]
    public async Task A_booking_that_is_garbage_unknown_foreign_or_somebody_elses_is_not_found()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var second = Given.Champion(trust.HelpdeskAgent);
        await app.Db.SaveAsync(second);
        var booking = await trust.StartedBookingAsync();
        var foreign = await other.StartedBookingAsync();
        var champion = await app.SignInAsync(trust.AsChampion);
        var another = await app.SignInAsync(trust.AsHelpdesk);

        foreach (var id in new[] { "garbage", "1", Guid.CreateVersion7(Given.Now).ToString(), foreign.Id.Value.ToString() })
        {
            (await champion.OpenAsync($"/sessions/log?booking={id}")).Status.Should().Be(HttpStatusCode.NotFound, id);
        }

        (await another.OpenAsync($"/sessions/log?booking={booking.Id.Value}")).Status.Should().Be(HttpStatusCode.NotFound);
        var form = await another.OpenAsync("/sessions/log");
        (await another.ForgeAsync($"/sessions/log?booking={booking.Id.Value}", ("__RequestVerificationToken", form.Token))).Status
            .Should().Be(HttpStatusCode.NotFound);
        (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/sessions/log?booking={booking.Id.Value}")).Heading.Should().Be("Log a session");
    }

    [Fact]
    public async Task A_booking_that_has_not_started_or_was_cancelled_says_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = Given.Slot(trust.Champion, capacity: 2);
        var coming = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        var cancelled = slot.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(cancelled.Id, byChampion: false, reason: null, Given.Now);
        await app.Db.SaveAsync(slot);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var early = await visitor.OpenAsync($"/sessions/log?booking={coming.Id.Value}");
        var gone = await visitor.OpenAsync($"/sessions/log?booking={cancelled.Id.Value}");

        (early.Status, early.Heading).Should().Be((HttpStatusCode.Conflict, "This booking has not started yet"));
        (gone.Status, gone.Heading).Should().Be((HttpStatusCode.Conflict, "This booking was cancelled"));
        early.TextOf("main a").Should().Contain("See the booking");
    }

    [Fact]
    public async Task Staff_and_helpdesk_may_not_log()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        foreach (var actor in new[] { trust.AsStaff, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            var visitor = await app.SignInAsync(actor);
            foreach (var address in new[] { "/sessions/log", "/sessions", "/sessions/export.csv", "/follow-ups" })
            {
                (await visitor.OpenAsync(address)).Status.Should().Be(HttpStatusCode.Forbidden, address);
            }
        }
    }

    /// <summary>A whole form with one field that no page would send.</summary>
    private static async Task<Page> ForgeAsync(Visitor visitor, (string Name, string Value) odd)
    {
        var form = await visitor.OpenAsync("/sessions/log");
        List<(string Name, string Value)> fields =
        [
            ("__RequestVerificationToken", form.Token), ("Input.RequestKey", form.Find("#Input_RequestKey").GetAttribute("value")!), ("Input.People", "1"),
            ("Input.Length", "15"), ("Input.Mode", "Phone"), ("Input.Outcome", "Resolved"),
        ];
        fields.RemoveAll(f => f.Name == odd.Name);
        return await visitor.ForgeAsync("/sessions/log", [.. fields, odd]);
    }
}
