using System.Net;
using Champions.Domain.FollowUps;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.FollowUps;

public sealed class FollowUpPageTests
{
    [Theory, EveryDatabase]
    public async Task A_champion_closes_a_follow_up_with_an_outcome(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await PromiseAsync(trust, Given.Today, "Show labels");
        var visitor = await app.SignInAsync(trust.AsChampion);
        var page = await (await visitor.OpenAsync("/follow-ups")).FollowAsync("Show labels");

        var unanswered = await page.PressAsync("Mark as done");
        unanswered.Status.Should().Be(HttpStatusCode.BadRequest);
        unanswered.Errors.Should().Equal("Choose what came of it.");
        page = await page.PressAsync("Mark as done", ("Input.Outcome", "PartlyResolved"), ("Input.Note", "One of two printers"));

        page.Address.Should().Be("/follow-ups");
        page.Text.Should().Contain("Follow-up done: Show labels").And.Contain("There are no open follow-ups yet.");
        var done = await (await visitor.OpenAsync("/follow-ups?state=done")).FollowAsync("Show labels");
        done.Text.Should().Contain("Partly solved").And.Contain("One of two printers").And.Contain("Done");
        done.TextOf("main button").Should().BeEmpty();
    }

    [Fact]
    public async Task The_overdue_ones_of_the_home_page_are_marked_in_words()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await PromiseAsync(trust, Given.Today, "Overdue one");
        await PromiseAsync(trust, Given.Today.AddDays(1), "Due one");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        var page = await (await visitor.OpenAsync("/home")).FollowAsync("1 follow-up is overdue");

        page.Address.Should().Be("/follow-ups?state=overdue");
        page.Text.Should().Contain("1 follow-up").And.Contain("Overdue one").And.NotContain("Due one Nov").And.Contain("Amara Osei");
        page.TextOf("tbody .nhsuk-tag").Should().Equal("Overdue");
        (await visitor.OpenAsync("/follow-ups")).TextOf("tbody .nhsuk-tag").Should().Equal("Overdue", "Due today");
        (await visitor.OpenAsync($"/follow-ups?champion={trust.Champion.Id.Value}&state=nonsense")).Text.Should().Contain("2 follow-ups");
        (await visitor.OpenAsync("/follow-ups?champion=garbage&p=two")).Address.Should().Be("/follow-ups?champion=garbage");
        (await visitor.OpenAsync("/follow-ups?champion=garbage")).Text.Should().Contain("2 follow-ups");
        (await visitor.OpenAsync("/follow-ups?state=open&p=7")).Address.Should().Be("/follow-ups?state=open");
    }

    [Fact]
    public async Task Sent_twice_it_is_done_once_and_with_another_answer_the_page_says_how_it_was_closed()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await PromiseAsync(trust, Given.Today, "Show labels");
        var visitor = await app.SignInAsync(trust.AsChampion);
        var form = await (await visitor.OpenAsync("/follow-ups")).FollowAsync("Show labels");

        (await form.PressAsync("Mark as done", ("Input.Outcome", "Resolved"))).Address.Should().Be("/follow-ups");
        (await form.PressAsync("Mark as done", ("Input.Outcome", "Resolved"))).Address.Should().Be("/follow-ups");
        var late = await form.PressAsync("Mark as done", ("Input.Outcome", "NotHeld"));

        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Errors.Should().Equal("This follow-up has already been closed.");
        late.Text.Should().Contain("Solved");
        (await app.Db.AllAsync<FollowUp>())[0].Outcome.Should().Be(Domain.SupportSessions.SessionOutcome.Resolved);
    }

    [Theory]
    [InlineData("NeedsFollowUp", "", "Choose what came of it.")]
    [InlineData("99", "", null)]
    [InlineData("Resolved", "943 476 5919", "The note looks as if it has an NHS number in it. Take out patient details and save again.")]
    [InlineData("Resolved", "long", "The note must be 200 characters or fewer.")]
    public async Task What_cannot_be_leaves_it_open(string outcome, string note, string? words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var followUp = await PromiseAsync(trust, Given.Today, "Show labels");
        var visitor = await app.SignInAsync(trust.AsChampion);
        var address = $"/follow-ups/{followUp.Id.Value}/done";
        var token = (await visitor.OpenAsync(address)).Token;

        var page = await visitor.ForgeAsync(
            address, ("__RequestVerificationToken", token), ("Input.Outcome", outcome), ("Input.Note", note == "long" ? new string('a', 201) : note));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().ContainSingle().Which.Should().Be(words ?? page.Errors[0]);
        (await app.Db.AllAsync<FollowUp>())[0].Status.Should().Be(FollowUpStatus.Open);
    }

    [Fact]
    public async Task A_follow_up_of_an_undone_session_says_that_it_was_cancelled()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var session = Given.Session(trust.Champion);
        var followUp = Given.FollowUp(session);
        followUp.Cancel(Given.Now);
        await app.Db.SaveAsync(session, followUp);
        var visitor = await app.SignInAsync(trust.AsChampion);

        var page = await visitor.OpenAsync($"/follow-ups/{followUp.Id.Value}/done");

        page.Text.Should().Contain("This follow-up was cancelled because its session was undone.");
        (await visitor.OpenAsync("/follow-ups?state=done")).Text.Should().Contain("No follow-ups match these filters.");
    }

    [Fact]
    public async Task Another_trusts_or_champions_is_as_unknown_as_none()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var second = Given.Champion(trust.Colleague);
        var session = Given.Session(second);
        var seconds = Given.FollowUp(session);
        await app.Db.SaveAsync(second, session, seconds);
        var foreign = await PromiseAsync(other, Given.Today, "Theirs");
        var visitor = await app.SignInAsync(trust.AsChampion);
        var token = (await visitor.OpenAsync("/sessions/log")).Token;

        foreach (var id in new[] { seconds.Id.Value, foreign.Id.Value, Guid.CreateVersion7(Given.Now) })
        {
            (await visitor.OpenAsync($"/follow-ups/{id}/done")).Status.Should().Be(HttpStatusCode.NotFound);
            (await visitor.ForgeAsync($"/follow-ups/{id}/done", ("__RequestVerificationToken", token), ("Input.Outcome", "Resolved"))).Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await app.Db.AllAsync<FollowUp>()).Should().OnlyContain(f => f.Status == FollowUpStatus.Open);
        (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/follow-ups/{seconds.Id.Value}/done")).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<FollowUp> PromiseAsync(SmallTrust trust, DateOnly due, string what)
    {
        var session = Given.Session(trust.Champion);
        var followUp = Given.FollowUp(session, due, what);
        await trust.Db.SaveAsync(session, followUp);
        return followUp;
    }
}
