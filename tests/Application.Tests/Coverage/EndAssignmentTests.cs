using Champions.Application.Abstractions;
using Champions.Application.Coverage;
using Champions.Application.Wording;
using Champions.Domain.Champions;
using Champions.Domain.Common;

namespace Champions.Application.Tests.Coverage;

public sealed class EndAssignmentTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_gives_an_assignment_its_last_day(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-5));

        var ended = await EndAsync(trust, assignment, Given.Today.AddDays(3));

        ended.Value.Should().Be(Given.Today.AddDays(3));
        (await db.AllAsync<WardAssignment>()).Should().ContainSingle().Which.Until.Should().Be(Given.Today.AddDays(3));
    }

    [Theory, EveryDatabase]
    public async Task Sent_twice_it_stays_as_it_is(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);

        (await EndAsync(trust, assignment, Given.Today)).IsSuccess.Should().BeTrue();
        var version = (await db.AllAsync<Champion>()).Single().Version;
        (await EndAsync(trust, assignment, Given.Today)).IsSuccess.Should().BeTrue();

        (await db.AllAsync<Champion>()).Single().Version.Should().Be(version);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_else_and_another_trust_may_not(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);

        (await EndAsync(trust, assignment, Given.Today, trust.AsChampion)).Error.Should().Be(ChampionErrors.NotAllowed);
        (await EndAsync(trust, assignment, Given.Today, other.AsCoordinator)).Error.Should().Be(ChampionErrors.AssignmentNotFound);
        (await EndAsync(trust, assignment, Given.Today, ward: trust.OtherWard.Id)).Error.Should().Be(ChampionErrors.AssignmentNotFound);

        (await db.AllAsync<WardAssignment>()).Should().ContainSingle().Which.Until.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_it_means_for_the_ward_counts_everybody_else(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        (await AfterAsync()).Should().Be("Maple Ward will have no champion from Wednesday 25 November 2026.");

        await db.PauseAsync((await trust.AddChampionAsync("Paused Paul", looksAfter: [trust.Ward])).Id);
        (await AfterAsync()).Should().Be("Maple Ward will have no champion from Wednesday 25 November 2026.");

        await trust.AssignAsync(await trust.AddChampionAsync("Future Finn"), trust.Ward, Given.Today.AddDays(7));
        (await AfterAsync()).Should().Be("Maple Ward will have no champion from Wednesday 25 November 2026 to Monday 30 November 2026.");

        await trust.AssignAsync(await trust.AddChampionAsync("Ben Hall"), trust.Ward, Given.Today, Given.Today.AddDays(1));
        (await AfterAsync()).Should().Be("Maple Ward will have 1 champion from Wednesday 25 November 2026.");

        async Task<string> AfterAsync() => CoverWords.After("Maple Ward", await db.As(trust.AsCoordinator, (AssignmentQueries queries) =>
            queries.CoverWithoutAsync(trust.Ward.Id, assignment.Id, Given.Today.AddDays(1), default)));
    }

    [Theory, EveryDatabase]
    public async Task A_look_beforehand_says_what_would_stop_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var assignment = await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);

        (await CheckAsync(Given.Today)).Should().BeNull();
        (await CheckAsync(Given.Today.AddDays(-1))).Should().Be(ChampionErrors.EndTooEarly);

        (await db.AllAsync<WardAssignment>()).Single().Until.Should().BeNull();

        Task<Error?> CheckAsync(DateOnly lastDay) => db.As(trust.AsCoordinator, (AssignmentQueries queries) =>
            queries.CheckAsync(new EndAssignment(trust.Ward.Id, assignment.Id, lastDay), default));
    }

    private static Task<Result<DateOnly>> EndAsync(
        SmallTrust trust, WardAssignment assignment, DateOnly lastDay, Actor? actor = null, WardId? ward = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (EndAssignmentHandler handler) => handler.HandleAsync(
            new EndAssignment(ward ?? trust.Ward.Id, assignment.Id, lastDay), actor ?? trust.AsCoordinator, default));
}
