using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Domain.HelpSlots;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Auditing;

/// <summary>Who may read which part of the trail, by which filter, and along which index.</summary>
public sealed class AuditQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_reads_the_own_trusts_changes_newest_first_with_the_names_of_now(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, _) = await TwoTrustsAsync(db);

        var page = await ListAsync(db, ours.AsCoordinator);

        page.Rows.Should().NotBeEmpty().And.OnlyContain(r => r.Chain == ours.Trust.Id.Value).And.BeInDescendingOrder(r => r.At);
        page.Rows[0].Should().BeEquivalentTo(new { Entity = nameof(Ward), Action = AuditEntry.Changed, AccountId = ours.AsCoordinator.AccountId });
        page.Names[ours.Coordinator.Id.Value].Should().Be("Helen Carter");
        page.Names[ours.Ward.Id.Value].Should().Be("Maple Ward");
        page.Names.Keys.Should().NotContain(ours.Site.TrustId == ours.Trust.Id ? Guid.Empty : ours.Trust.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_row_and_part_of_the_trail_look_like_unknown_ones(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, theirs) = await TwoTrustsAsync(db);
        var unknown = await ListAsync(db, ours.AsCoordinator, new AuditFilter(Row: Guid.CreateVersion7(Given.Now).ToString()));

        foreach (var filter in (AuditFilter[])
        [
            new(Row: theirs.Ward.Id.Value.ToString()), new(Who: theirs.AsCoordinator.AccountId.Value.ToString()), new(Who: theirs.Coordinator.Email),
            new(Who: theirs.Coordinator.Name + "x"),
        ])
        {
            (await ListAsync(db, ours.AsCoordinator, filter)).Should().BeEquivalentTo(unknown);
        }

        (await ListAsync(db, ours.AsCoordinator, new AuditFilter(Chain: theirs.Trust.Id.Value))).Rows
            .Should().OnlyContain(r => r.Chain == ours.Trust.Id.Value, "the part is for administrators to choose");
        (await ListAsync(db, ours.AsCoordinator, new AuditFilter(Chain: Guid.Empty))).Rows.Should().OnlyContain(r => r.Chain == ours.Trust.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_reads_every_part_and_can_choose_one(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (_, theirs) = await TwoTrustsAsync(db);

        (await AllAsync(db, SmallTrust.AsAdministrator)).Select(r => r.Chain).Distinct().Should().HaveCount(3);
        (await AllAsync(db, SmallTrust.AsAdministrator, new AuditFilter(Chain: theirs.Trust.Id.Value))).Should().OnlyContain(r => r.Chain == theirs.Trust.Id.Value).And.NotBeEmpty();
        (await AllAsync(db, SmallTrust.AsAdministrator, new AuditFilter(Chain: Guid.Empty))).Should().OnlyContain(r => r.Entity == "Trust").And.HaveCount(2);
        (await ListAsync(db, SmallTrust.AsAdministrator, new AuditFilter(Row: theirs.Ward.Id.Value.ToString()))).Names[theirs.Ward.Id.Value].Should().Be("Maple Ward");
    }

    [Theory, EveryDatabase]
    public async Task Kind_action_row_person_and_days_narrow_the_list(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, _) = await TwoTrustsAsync(db);
        var (me, changed) = (ours.AsCoordinator, Given.Today.AddDays(2));

        (await AllAsync(db, me, new AuditFilter(Entity: "Champion"))).Should().ContainSingle().Which.Action.Should().Be("Added");
        (await AllAsync(db, me, new AuditFilter(Action: "Changed"))).Should().ContainSingle().Which.EntityId.Should().Be(ours.Ward.Id.Value.ToString());
        (await AllAsync(db, me, new AuditFilter(Row: ours.Ward.Id.Value.ToString()))).Select(r => r.Action).Should().Equal("Changed", "Added");
        (await AllAsync(db, me, new AuditFilter(Who: me.AccountId.Value.ToString()))).Should().ContainSingle();
        (await AllAsync(db, me, new AuditFilter(Who: "carter helen"))).Should().ContainSingle();
        (await AllAsync(db, me, new AuditFilter(Who: ours.Coordinator.Email.ToUpperInvariant()))).Should().ContainSingle();
        (await AllAsync(db, me, new AuditFilter(Who: "nobody"))).Should().BeEmpty();
        (await AllAsync(db, me, new AuditFilter(From: changed))).Should().ContainSingle();
        (await AllAsync(db, me, new AuditFilter(Until: changed.AddDays(-1)))).Should().NotBeEmpty().And.OnlyContain(r => r.Action == "Added");
        (await AllAsync(db, me, new AuditFilter(From: changed, Until: changed))).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Without_a_day_a_person_or_a_row_the_list_goes_back_thirty_days(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, _) = await TwoTrustsAsync(db);
        db.Clock.Now = Given.Now.AddDays(40);

        (await AllAsync(db, ours.AsCoordinator)).Should().BeEmpty();
        (await AllAsync(db, ours.AsCoordinator, new AuditFilter(From: Given.Today))).Should().NotBeEmpty();
        (await AllAsync(db, ours.AsCoordinator, new AuditFilter(Row: ours.Ward.Id.Value.ToString()))).Should().HaveCount(2);
        (await AllAsync(db, ours.AsCoordinator, new AuditFilter(Who: "Helen"))).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Pages_follow_each_other_without_gap_or_double_while_changes_come(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, _) = await TwoTrustsAsync(db);
        await db.SaveAsync([.. Enumerable.Range(0, 45).Select(n => Given.Ward(ours.Site, $"W{n}"))]);
        await db.SaveAsync([.. Enumerable.Range(45, 20).Select(n => Given.Ward(ours.Site, $"W{n}"))]);
        var expected = (await db.AllAsync<AuditEntry>()).Where(a => a.TrustId == ours.Trust.Id)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Number).Select(a => a.Number).ToList();

        List<long> seen = [];
        AuditPlace? place = null;
        do
        {
            var page = await ListAsync(db, ours.AsCoordinator, AuditFilter.Everything, place);
            seen.AddRange(page.Rows.Select(r => r.Number));
            place = AuditPlace.Read(page.Next?.ToString());
            db.Clock.Advance(TimeSpan.FromMinutes(1));
            await db.SaveAsync(Given.Ward(ours.Site, $"N{seen.Count}"));
        }
        while (place is not null);

        seen.Should().Equal(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-5-2")]
    [InlineData("99999999999999999999-1")]
    [InlineData("9223372036854775807-1")]
    [InlineData("638000000000000000-99999999999")]
    [InlineData("1-2-3")]
    public void A_place_that_cannot_be_read_is_no_place(string? text) => AuditPlace.Read(text).Should().BeNull();

    [Theory, EveryDatabase]
    public async Task Every_filter_runs_along_an_index(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, theirs) = await TwoTrustsAsync(db);
        var (me, everybody) = (ours.AsCoordinator, SmallTrust.AsAdministrator);

        (await PlanAsync(kind, db, me, AuditFilter.Everything)).Should().Contain("IX_AuditEntries_TrustId_At_Number");
        (await PlanAsync(kind, db, me, new AuditFilter(Entity: "Ward", Action: "Added", From: Given.Today, Until: Given.Today))).Should().Contain("IX_AuditEntries_TrustId_At_Number");
        (await PlanAsync(kind, db, everybody, AuditFilter.Everything)).Should().Contain("IX_AuditEntries_At");
        (await PlanAsync(kind, db, everybody, new AuditFilter(Chain: theirs.Trust.Id.Value))).Should().Contain("IX_AuditEntries_TrustId_At_Number");
        (await PlanAsync(kind, db, everybody, new AuditFilter(Chain: Guid.Empty))).Should().Contain("IX_AuditEntries_TrustId_At_Number");
        (await PlanAsync(kind, db, everybody, new AuditFilter(Row: "x"))).Should().Contain("IX_AuditEntries_EntityId_At");
        (await PlanAsync(kind, db, everybody, AuditFilter.Everything, [me.AccountId])).Should().Contain("IX_AuditEntries_A");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_without_a_trust_sees_the_installations_part(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await TwoTrustsAsync(db);

        (await db.Run(scope => scope.GetRequiredService<IChampionsDb>().AuditEntries.CountAsync())).Should().Be(0);
        (await db.ActAs(SmallTrust.AsAdministrator, scope => scope.GetRequiredService<IChampionsDb>().AuditEntries.CountAsync())).Should().Be(0);
    }

    /// <summary>Both trusts are of today; two days later each coordinator changes a ward.</summary>
    private static async Task<(SmallTrust Ours, SmallTrust Theirs)> TwoTrustsAsync(TestDatabase db)
    {
        var (ours, theirs) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        foreach (var trust in (SmallTrust[])[ours, theirs])
        {
            await db.SaveAsync(AccountOf(trust));
            db.Clock.Now = Given.Now.AddDays(2);
            await db.ActAs(trust.AsCoordinator, async scope =>
            {
                var context = (DbContext)scope.GetRequiredService<IChampionsDb>();
                var ward = await context.Set<Ward>().SingleAsync(w => w.Id == trust.Ward.Id);
                context.Entry(ward).Property(nameof(Ward.ClosedOn)).CurrentValue = Given.Today;
                await context.SaveChangesAsync();
            });
            db.Clock.Now = Given.Now.AddDays(1);
        }

        db.Clock.Now = Given.Now.AddDays(3);
        return (ours, theirs);
    }

    /// <summary>With the id that the actor of the trust has.</summary>
    private static Account AccountOf(SmallTrust trust)
    {
        var account = Account.For(trust.Coordinator, Roles.Coordinator, Given.Now);
        typeof(Account).GetProperty(nameof(Account.Id))!.SetValue(account, trust.AsCoordinator.AccountId);
        return account;
    }

    private static Task<AuditPage> ListAsync(TestDatabase db, Actor actor, AuditFilter? filter = null, AuditPlace? place = null) =>
        db.As(actor, (AuditQueries queries) => queries.ListAsync(filter ?? AuditFilter.Everything, place, actor, default));

    private static async Task<IReadOnlyList<AuditRow>> AllAsync(TestDatabase db, Actor actor, AuditFilter? filter = null) =>
        (await db.As(actor, (AuditQueries queries) => queries.ListAsync(filter ?? AuditFilter.Everything, null, 1000, actor, default))).Rows;

    private static Task<string> PlanAsync(DatabaseKind kind, TestDatabase db, Actor actor, AuditFilter filter, IReadOnlyCollection<AccountId>? people = null) =>
        db.ActAs(actor, scope => QueryPlan.ExplainAsync(
            kind,
            scope,
            scope.GetRequiredService<AuditQueries>().Of(filter, people, actor).OrderByDescending(a => a.At).ThenByDescending(a => a.Number).Take(21)));
}
