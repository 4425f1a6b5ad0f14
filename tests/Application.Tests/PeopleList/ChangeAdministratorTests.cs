using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Common;

namespace Champions.Application.Tests.PeopleList;

public sealed class ChangeAdministratorTests
{
    [Theory, EveryDatabase]
    public async Task An_administrator_stops_another_and_lets_them_in_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ada, ben) = await TwoAsync(db);

        (await ChangeAsync(db, ada, ben, AccessChange.Disable)).Value.IsNothing.Should().BeFalse();
        (await ChangeAsync(db, ada, ben, AccessChange.Disable)).Value.IsNothing.Should().BeTrue();
        (await StoredAsync(db, ben)).IsDisabled.Should().BeTrue();
        (await ChangeAsync(db, ada, ben, AccessChange.Enable)).IsSuccess.Should().BeTrue();
        (await ChangeAsync(db, ada, ben, AccessChange.LogOutEverywhere)).IsSuccess.Should().BeTrue();
        (await StoredAsync(db, ben)).Should().BeEquivalentTo(new { IsDisabled = false, SessionGeneration = 2 });
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_stop_each_other_one_is_left(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            var (ada, ben) = await TwoAsync(db, round);

            var results = await Task.WhenAll(
                Task.Run(() => ChangeAsync(db, ada, ben, AccessChange.Disable)), Task.Run(() => ChangeAsync(db, ben, ada, AccessChange.Disable)));

            results.Count(r => r.IsSuccess).Should().Be(1);
            new[] { await StoredAsync(db, ada), await StoredAsync(db, ben) }.Count(a => a.IsDisabled).Should().Be(1);
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_stops_themselves_so_the_last_administrator_stays(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ada, ben) = await TwoAsync(db);
        await ChangeAsync(db, ada, ben, AccessChange.Disable);

        (await ChangeAsync(db, ada, ada, AccessChange.Disable)).Error.Should().Be(PeopleErrors.Oneself);
        (await ChangeAsync(db, ben, ada, AccessChange.Disable)).Error.Should().Be(PeopleErrors.OnlyAdministrators, "they are stopped themselves");
        (await StoredAsync(db, ada)).IsDisabled.Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Others_and_old_second_factors_stop_nobody(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var (ada, ben) = await TwoAsync(db);
        var coordinator = await trust.OpenAccountAsync(trust.Coordinator, Roles.Coordinator);

        (await ChangeAsync(db, trust.AsCoordinator, ada, AccessChange.Disable)).Error.Should().Be(PeopleErrors.OnlyAdministrators);
        (await ChangeAsync(db, Of(ada) with { SecondFactorAt = Given.Now.AddMinutes(-15) }, ben, AccessChange.Disable)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
        (await ChangeAsync(db, ada, coordinator, AccessChange.Disable)).Error.Should().Be(PeopleErrors.AdministratorNotFound, "people of trusts have a page of their own");
        (await ChangeAsync(db, ada, ben, AccessChange.Leave)).Error.Should().Be(PeopleErrors.AdministratorNotFound);
        (await db.As(trust.AsCoordinator, (AdministratorQueries queries) => queries.ListAsync(trust.AsCoordinator, default))).Should().BeEmpty();
        (await db.As(Of(ada), (AdministratorQueries queries) => queries.ListAsync(Of(ada), default))).Select(a => (a.Name, a.IsOneself))
            .Should().Equal(("Ada Wood", true), ("Ben Hill", false));
    }

    private static async Task<(Account Ada, Account Ben)> TwoAsync(TestDatabase db, int round = 0)
    {
        var ada = Account.Open(null, null, "Ada Wood", $"ada{round}@champions.example", Roles.Administrator, Given.Now);
        var ben = Account.Open(null, null, "Ben Hill", $"ben{round}@champions.example", Roles.Administrator, Given.Now);
        await db.SaveAsync(ada, ben);
        return (ada, ben);
    }

    private static async Task<Account> StoredAsync(TestDatabase db, Account account) => (await db.AllAsync<Account>()).Single(a => a.Id == account.Id);

    private static Actor Of(Account account) => Desk.Administrator with { AccountId = account.Id };

    private static Task<Result<AccessChanged>> ChangeAsync(TestDatabase db, Account by, Account whom, AccessChange change) => ChangeAsync(db, Of(by), whom, change);

    private static Task<Result<AccessChanged>> ChangeAsync(TestDatabase db, Actor by, Account whom, AccessChange change) =>
        db.As(by, (ChangeAdministratorHandler handler) => handler.HandleAsync(new ChangeAdministrator(whom.Id, change), by, default));
}
