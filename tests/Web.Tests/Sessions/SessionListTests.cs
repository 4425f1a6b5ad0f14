using System.Net;
using Champions.Domain.SupportSessions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Sessions;

public sealed class SessionListTests
{
    [Theory, EveryDatabase]
    public async Task The_figures_of_the_home_page_lead_to_lists_of_that_length(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(
            Given.Session(trust.Champion, Given.Answers(participants: [new ParticipantAnswer(4, null, null)])),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-29))),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-30))));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/home")).FollowAsync("2 sessions in the last 30 days");

        page.Address.Should().Be("/sessions?from=2026-10-26");
        page.Text.Should().Contain("2 sessions, 5 people helped");
        page.Find("#from-day").GetAttribute("value").Should().Be("26");
        (await (await visitor.OpenAsync("/home")).FollowAsync("5 people helped in the last 30 days")).Text.Should().Contain("2 sessions, 5 people helped");
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_the_file_has_the_same()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(
            Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id, note: "=1+1")),
            Given.Session(trust.Champion, Given.Answers(ward: trust.OtherWard.Id, note: "Elsewhere")));
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        var page = await visitor.OpenAsync("/sessions");

        page = await page.PressAsync(
            "Apply filters",
            [("ward", trust.Ward.Id.Value.ToString()), ("champion", trust.Champion.Id.Value.ToString()), ("outcome", "Resolved"), .. SessionPages.Date("from", Given.Today)]);
        page.Text.Should().Contain("1 session, 1 person helped");
        page.TextOf("tbody td").Should().Equal(
            "Day and champion 24 Nov 2026 Amara Osei", "Ward and system Maple Ward", "People 1", "Minutes 15", "What came of it Solved");
        page.Find("#ward option[selected]").TextContent.Should().Be("Maple Ward (7B)");

        var file = await page.FollowAsync("Download these sessions (CSV)");
        file.MediaType.Should().Be("text/csv");
        file.Body.Should().Contain(",'=1+1,").And.NotContain("Elsewhere");
        (await page.FollowAsync("Clear filters")).Text.Should().Contain("2 sessions, 2 people helped");
    }

    [Fact]
    public async Task An_empty_list_says_why()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        await app.Db.SaveAsync(Given.Session(other.Champion));
        var visitor = await app.SignInAsync(trust.AsChampion);

        var blank = await visitor.OpenAsync("/sessions");
        blank.Heading.Should().Be("My sessions");
        blank.Text.Should().Contain("There are no sessions yet.");
        (await visitor.OpenAsync($"/sessions?ward={trust.Ward.Id.Value}")).Text.Should().Contain("No sessions match these filters.");
        (await visitor.OpenAsync("/sessions?from=2026-01-01")).Text.Should().Contain("No sessions match these filters.");
    }

    [Fact]
    public async Task What_the_filters_do_not_offer_counts_as_not_chosen()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        await app.Db.SaveAsync(Given.Session(trust.Champion), Given.Session(other.Champion, Given.Answers(ward: other.Ward.Id)));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        foreach (var filter in new[] { "ward=garbage", $"ward={other.Ward.Id.Value}", $"champion={other.Champion.Id.Value}", "system=1", "outcome=nonsense", "outcome=99", "sort=nonsense" })
        {
            var page = await visitor.OpenAsync("/sessions?" + filter);
            page.Text.Should().Contain("1 session, 1 person helped", filter);
            page.TextOf(".app-filters option[selected]").Should().BeEmpty(filter);
        }
    }

    [Fact]
    public async Task Columns_sort_the_other_way_round_when_they_are_followed_again()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync(Given.Session(trust.Champion, Given.Answers(minutes: 5)), Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-1), minutes: 60)));
        var visitor = await app.SignInAsync(trust.AsChampion);
        var page = await visitor.OpenAsync("/sessions?outcome=Resolved");
        page.TextOf("th[aria-sort=descending]").Should().Equal("Day");

        page = await page.FollowAsync("Minutes");
        page.Address.Should().Be("/sessions?outcome=Resolved&sort=minutes");
        page.TextOf("tbody td:first-child a").Should().Equal("24 Nov 2026", "23 Nov 2026");
        page = await page.FollowAsync("Minutes");
        page.TextOf("tbody td:first-child a").Should().Equal("23 Nov 2026", "24 Nov 2026");
    }

    [Fact]
    public async Task Days_that_cannot_be_are_answered_beside_their_field()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var unreal = await visitor.OpenAsync("/sessions?from=2026-02-31");
        var backwards = await visitor.OpenAsync("/sessions?from=2026-03-02&to=2026-03-01");

        unreal.TextOf("#from-error").Single().Should().Contain("must be a real date");
        (unreal.Find("[name='from.Day']").GetAttribute("value"), unreal.Find("[name='from.Year']").GetAttribute("value")).Should().Be(("31", "2026"));
        (unreal.Status, unreal.Errors.Count).Should().Be((HttpStatusCode.BadRequest, 1));
        backwards.Errors.Should().Equal("The last day must be the same as or after the first day.");
        backwards.Find("#to-error").Should().NotBeNull();
        (await visitor.OpenAsync("/sessions/export.csv?from=2026-02-31")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_that_is_gone_leads_to_the_first_with_the_same_filter()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.Db.SaveAsync([.. Enumerable.Range(0, 21).Select(_ => Given.Session(trust.Champion))]);
        var visitor = await app.SignInAsync(trust.AsChampion);

        (await visitor.OpenAsync("/sessions?p=2")).Text.Should().Contain("21 to 21 of 21 sessions");
        foreach (var page in new[] { "3", "0", "-1", "2147483647", "99999999999", "two" })
        {
            (await visitor.OpenAsync($"/sessions?outcome=Resolved&p={page}")).Address.Should().Be("/sessions?outcome=Resolved", page);
        }
    }
}
