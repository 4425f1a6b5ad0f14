using Champions.Application.Abstractions;
using Champions.Application.FollowUps;
using Champions.Application.Home;
using Champions.Application.Lists;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.FollowUps;

public sealed class FollowUpHandlingTests
{
    [Theory, EveryDatabase]
    public async Task It_is_closed_once_and_the_same_form_again_is_as_good(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var followUp = (await PromisesAsync(trust, Given.Today))[0];

        (await CompleteAsync(trust, followUp.Id, note: " Done with both ")).IsSuccess.Should().BeTrue();
        (await CompleteAsync(trust, followUp.Id, note: "Done with both")).IsSuccess.Should().BeTrue();
        (await CompleteAsync(trust, followUp.Id, SessionOutcome.Referred)).Error.Should().Be(FollowUpErrors.NotOpen);

        var stored = (await db.AllAsync<FollowUp>())[0];
        (stored.Status, stored.Outcome, stored.ClosingNote, stored.ClosedAt)
            .Should().Be((FollowUpStatus.Done, SessionOutcome.Resolved, "Done with both", db.Clock.Now));
    }

    [Theory, EveryDatabase]
    public async Task Owner_and_coordinator_close_it_and_nobody_else(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.Colleague);
        await db.SaveAsync(second);
        var asSecond = trust.AsStaff with { ChampionId = second.Id, Roles = Roles.Champion };
        var followUp = (await PromisesAsync(trust, Given.Today))[0];

        (await CompleteAsync(trust, followUp.Id, actor: asSecond)).Error.Should().Be(FollowUpErrors.NotFound);
        (await CompleteAsync(trust, followUp.Id, actor: other.AsCoordinator)).Error.Should().Be(FollowUpErrors.NotFound);
        (await FindAsync(trust, followUp.Id, asSecond)).Error.Should().Be(FollowUpErrors.NotFound);
        (await FindAsync(trust, followUp.Id, other.AsCoordinator)).Error.Should().Be(FollowUpErrors.NotFound);
        (await CompleteAsync(trust, followUp.Id, outcome: null)).Error.Should().Be(FollowUpErrors.OutcomeNeeded);
        (await CompleteAsync(trust, followUp.Id, actor: trust.AsCoordinator)).IsSuccess.Should().BeTrue();
        (await FindAsync(trust, followUp.Id, trust.AsChampion)).Value.Outcome.Should().Be(SessionOutcome.Resolved);
    }

    [Theory, EveryDatabase]
    public async Task Open_ones_stand_oldest_first_and_overdue_ones_are_those_the_home_page_counts(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var promises = await PromisesAsync(trust, Given.Today.AddDays(2), Given.Today, Given.Today.AddDays(1), Given.Today.AddDays(9));
        await CompleteAsync(trust, promises[3].Id);
        db.Clock.Now = Given.Now.AddDays(2);

        var open = await ListAsync(trust, FollowUpState.Open, trust.AsChampion);
        var overdue = await ListAsync(trust, FollowUpState.Overdue, trust.AsCoordinator);
        var done = await ListAsync(trust, FollowUpState.Done, trust.AsCoordinator);
        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));

        open.Rows.Select(r => r.DueOn).Should().Equal(Given.Today, Given.Today.AddDays(1), Given.Today.AddDays(2));
        overdue.Rows.Select(r => r.DueOn).Should().Equal(Given.Today, Given.Today.AddDays(1));
        home.Attention.FollowUpsOverdue.Should().Be(overdue.Total);
        done.Rows.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Id = promises[3].Id.Value, Owner = "Amara Osei", Status = FollowUpStatus.Done, Outcome = SessionOutcome.Resolved });
    }

    [Theory, EveryDatabase]
    public async Task A_champion_lists_their_own_and_a_coordinator_those_of_one_champion_or_all(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.Colleague);
        var seconds = Given.Session(second);
        await db.SaveAsync(second, seconds, Given.FollowUp(seconds));
        await PromisesAsync(trust, Given.Today);
        await PromisesAsync(other, Given.Today);

        (await ListAsync(trust, FollowUpState.Open, trust.AsChampion)).Rows.Select(r => r.Owner).Should().Equal("Amara Osei");
        (await ListAsync(trust, FollowUpState.Open, trust.AsChampion, second.Id)).Rows.Select(r => r.Owner).Should().Equal("Amara Osei");
        (await ListAsync(trust, FollowUpState.Open, trust.AsCoordinator)).Total.Should().Be(2);
        (await ListAsync(trust, FollowUpState.Open, trust.AsCoordinator, second.Id)).Rows.Select(r => r.Owner).Should().Equal("Tom Reid");
        (await ListAsync(trust, FollowUpState.Open, trust.AsCoordinator, other.Champion.Id)).Total.Should().Be(0);
        (await ListAsync(trust, FollowUpState.Open, trust.AsStaff)).Total.Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task A_page_beyond_the_end_is_empty_and_knows_the_total(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await PromisesAsync(trust, [.. Enumerable.Range(0, 21).Select(Given.Today.AddDays)]);

        var second = await ListAsync(trust, FollowUpState.Open, trust.AsChampion, page: 2);
        var beyond = await ListAsync(trust, FollowUpState.Open, trust.AsChampion, page: int.MaxValue);

        second.Rows.Should().ContainSingle().Which.DueOn.Should().Be(Given.Today.AddDays(20));
        (beyond.Total, beyond.Exists, beyond.Rows.Count).Should().Be((21, false, 0));
    }

    private static async Task<IReadOnlyList<FollowUp>> PromisesAsync(SmallTrust trust, params DateOnly[] days)
    {
        var session = Given.Session(trust.Champion);
        var promises = days.Select(day => Given.FollowUp(session, day)).ToList();
        await trust.Db.SaveAsync([session, .. promises]);
        return promises;
    }

    private static Task<Result<FollowUpId>> CompleteAsync(
        SmallTrust trust, FollowUpId id, SessionOutcome? outcome = SessionOutcome.Resolved, string? note = null, Actor? actor = null) =>
        trust.Db.As(
            actor ?? trust.AsChampion,
            (CompleteFollowUpHandler handler) => handler.HandleAsync(new CompleteFollowUp(id, outcome, note), actor ?? trust.AsChampion, default));

    private static Task<Result<FollowUpDetails>> FindAsync(SmallTrust trust, FollowUpId id, Actor actor) =>
        trust.Db.As(actor, (FollowUpQueries queries) => queries.FindAsync(id, actor, default));

    private static Task<PageOf<FollowUpRow>> ListAsync(SmallTrust trust, FollowUpState state, Actor actor, ChampionId? owner = null, int page = 1) =>
        trust.Db.As(actor, (FollowUpQueries queries) => queries.ListAsync(state, owner, actor, page, default));
}
