using System.Net;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Operators;

public sealed class AdminEmailTests
{
    [Theory, EveryDatabase]
    public async Task The_link_on_the_home_page_leads_to_exactly_as_many_emails_as_it_counts(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await FailAsync(trust, Given.Now.AddDays(-1), "550 5.1.1 No such user");
        await FailAsync(trust, Given.Now.AddDays(-29), "550 5.7.1 Refused");
        await FailAsync(trust, Given.Now.AddDays(-31), "Too old to be counted");
        await app.Db.SaveAsync(StoredEmails.Queued(trust));
        await FailAsync(await SmallTrust.CreateOtherAsync(app.Db), Given.Now, "Another trust's");
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var list = await (await coordinator.OpenAsync("/home")).FollowAsync("2 emails could not be delivered");

        list.Address.Should().Be("/admin/email?state=failed");
        list.TextOf("tbody tr").Should().HaveCount(2);
        list.Text.Should().Contain("550 5.1.1 No such user").And.NotContain("Too old").And.NotContain("Another trust's");
        list.TextOf(".app-number-cards li").Should().Equal("2 could not be delivered", "1 waiting", "0 sent", "0 not needed any more");
    }

    [Fact]
    public async Task State_reason_and_day_narrow_the_list_and_the_address_keeps_them()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var sent = StoredEmails.Queued(trust, Given.Now.AddDays(-1), ReminderReason.BookingTomorrow);
        await app.Db.SaveAsync(sent, StoredEmails.Queued(trust), StoredEmails.Queued(trust, Given.Now.AddDays(-1)));
        await StoredEmails.SetAsync(app.Db, sent, OutboxState.Sent);
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/admin/email");
        page.TextOf("tbody tr").Should().HaveCount(3);

        page = await page.PressAsync("Apply filters", ("state", "sent"), ("reason", "BookingTomorrow"), ("day", "2026-11-23"));

        page.Address.Should().Be("/admin/email?state=sent&reason=BookingTomorrow&day=2026-11-23");
        page.TextOf("tbody tr").Should().ContainSingle().Which.Should().Contain("Booking tomorrow").And.Contain("Sent");
        page = await page.PressAsync("Apply filters", ("state", "failed"));
        page.Text.Should().Contain("No emails match these filters.");
        page.Find("select[name=reason] option[selected]").GetAttribute("value").Should().Be("BookingTomorrow");
    }

    [Theory]
    [InlineData("?state=odd&reason=7&day=yesterday")]
    [InlineData("?day=0001-01-01")]
    [InlineData("?day=9999-12-31&p=1")]
    [InlineData("?p=99")]
    [InlineData("?p=-3")]
    [InlineData("?p=two&state=odd")]
    public async Task An_odd_address_shows_the_whole_list(string query)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(StoredEmails.Queued(trust));

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/admin/email" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.Title.Should().Be("Emails – Champions");
        page.TextOf("tbody tr").Should().ContainSingle();
    }

    [Fact]
    public async Task Long_lists_have_pages_that_keep_the_filter()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync([.. Enumerable.Range(1, 21).Select(n => StoredEmails.Queued(trust, Given.Now.AddMinutes(-n)))]);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/admin/email?state=waiting");

        page.Text.Should().Contain("1 to 20 of 21 emails");
        page = await page.FollowAsync("2");
        page.Address.Should().Be("/admin/email?state=waiting&p=2");
        page.TextOf("tbody tr").Should().ContainSingle();
    }

    [Fact]
    public async Task The_story_of_a_failed_email_ends_with_the_relays_words_and_what_to_do()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var email = await FailAsync(trust, Given.Now, "550 5.1.1 <b>No such user</b>");
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/admin/email?state=failed")).FollowAsync("Booking confirmed to Tom Reid");

        page.Address.Should().Be($"/admin/email/{email.Id}");
        page.TextOf("main ol li").Should().Equal(
            "Queued on Tuesday 24 November 2026, 10am.",
            "Tried once without being accepted.",
            "The last answer was: 550 5.1.1 <b>No such user</b>",
            "Not delivered, and not tried again.");
        page.Text.Should().Contain("Check the address with Tom Reid.");
        page.Find($"a[href='/bookings/{email.SubjectId}']").TextContent.Should().Be("See what it is about");
    }

    [Fact]
    public async Task The_administrator_sees_the_emails_of_every_trust_by_name()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var theirs = StoredEmails.Queued(other);
        await app.Db.SaveAsync(StoredEmails.Queued(trust), theirs);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await administrator.OpenAsync("/admin/email");

        page.TextOf("tbody tr").Should().HaveCount(2);
        page.Text.Should().Contain("University Hospitals Plymouth NHS Trust").And.Contain("University Hospitals Bristol");
        page = await administrator.OpenAsync($"/admin/email/{theirs.Id}");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.QuerySelector("a[href^='/bookings/']").Should().BeNull("an administrator works for no trust");
    }

    [Fact]
    public async Task Another_trusts_email_is_not_there_for_a_coordinator()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var theirs = StoredEmails.Queued(await SmallTrust.CreateOtherAsync(app.Db));
        await app.Db.SaveAsync(theirs);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/admin/email/{theirs.Id}");

        page.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Staff_and_champions_may_not_look()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        (await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/admin/email")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.SignInAsync(trust.AsChampion)).OpenAsync("/admin/email")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static async Task<OutboxEmail> FailAsync(SmallTrust trust, DateTimeOffset queuedAt, string reply)
    {
        var email = StoredEmails.Queued(trust, queuedAt);
        await trust.Db.SaveAsync(email);
        await StoredEmails.SetAsync(trust.Db, email, OutboxState.Dead, reply, attempts: 1);
        return email;
    }
}
