using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.Coverage;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.Coverage;

public sealed class AssignChampionTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_puts_a_champion_on_a_ward(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var assigned = await AssignAsync(trust, Wish(trust, until: Given.Today.AddDays(30)));

        assigned.IsSuccess.Should().BeTrue();
        (await db.AllAsync<WardAssignment>()).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Id = assigned.Value,
            TrustId = trust.Trust.Id,
            ChampionId = trust.Champion.Id,
            WardId = trust.Ward.Id,
            From = Given.Today,
            Until = (DateOnly?)Given.Today.AddDays(30),
        });
        (await db.AllAsync<AuditEntry>()).Should().Contain(a =>
            a.Entity == nameof(WardAssignment) && a.Action == "Added" && a.AccountId == trust.AsCoordinator.AccountId);
    }

    [Theory, EveryDatabase]
    public async Task The_same_answers_sent_twice_find_the_first_assignment(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var first = await AssignAsync(trust, Wish(trust));
        var second = await AssignAsync(trust, Wish(trust));

        second.Value.Should().Be(first.Value);
        (await db.AllAsync<WardAssignment>()).Should().ContainSingle();
    }

    [Theory]
    [EveryDatabase(null, null)]
    [EveryDatabase(20, 30)]
    [EveryDatabase(null, 30)]
    public async Task Of_coordinators_who_race_for_overlapping_days_one_wins(DatabaseKind kind, int? until, int? otherUntil)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var wishes = Enumerable.Range(0, 10).Select(n => Wish(
            trust, Given.Today.AddDays(n), (n % 2 == 0 ? until : otherUntil) is { } days ? Given.Today.AddDays(days) : null));

        var results = await Task.WhenAll(wishes.Select(wish => Task.Run(() => AssignAsync(trust, wish))));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Select(r => r.Error).Should().AllBeEquivalentTo(ChampionErrors.AlreadyAssigned);
        (await db.AllAsync<WardAssignment>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Coordinators_who_race_for_different_wards_all_win(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var results = await Task.WhenAll(new[] { trust.Ward, trust.OtherWard }.Select(ward =>
            Task.Run(() => AssignAsync(trust, Wish(trust) with { Ward = ward.Id }))));

        results.Should().OnlyContain(r => r.IsSuccess);
        (await db.AllAsync<WardAssignment>()).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_who_is_no_coordinator_may_not(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        foreach (var actor in new[] { trust.AsChampion, trust.AsStaff, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            (await AssignAsync(trust, Wish(trust), actor)).Error.Should().Be(ChampionErrors.NotAllowed);
        }

        (await db.AllAsync<WardAssignment>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_champion_and_ward_are_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await AssignAsync(trust, Wish(trust) with { Champion = other.Champion.Id })).Error.Should().Be(ChampionErrors.NotFound);
        (await AssignAsync(trust, Wish(trust) with { Ward = other.Ward.Id })).Error.Should().Be(WardErrors.NotFound);

        (await db.AllAsync<WardAssignment>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_champion_paused_meanwhile_and_a_ward_closed_meanwhile_are_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.ChangeAsync<Ward>(w => w.Id == trust.OtherWard.Id, w => w.Close(Given.Today));

        (await AssignAsync(trust, Wish(trust) with { Ward = trust.OtherWard.Id })).Error.Should().Be(WardErrors.Closed);
        await db.PauseAsync(trust.Champion.Id);
        (await AssignAsync(trust, Wish(trust))).Error.Should().Be(ChampionErrors.NotActive);
    }

    private static AssignChampion Wish(SmallTrust trust, DateOnly? from = null, DateOnly? until = null) =>
        new(trust.Ward.Id, trust.Champion.Id, from ?? Given.Today, until);

    private static Task<Result<WardAssignmentId>> AssignAsync(SmallTrust trust, AssignChampion wish, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (AssignChampionHandler handler) =>
            handler.HandleAsync(wish, actor ?? trust.AsCoordinator, default));
}
