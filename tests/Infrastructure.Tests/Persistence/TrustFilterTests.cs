using System.Reflection;
using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>The wall between trusts, for every kind of row that a trust owns.</summary>
public sealed class TrustFilterTests
{
    private static readonly MethodInfo OwnersMethod = typeof(TrustFilterTests).GetMethod(nameof(OwnersAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Theory, EveryDatabase]
    public async Task Without_an_actor_nothing_is_seen(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SampleRows.CreateAsync(await SmallTrust.CreateAsync(db));

        var seen = await db.Run(SeenAsync);

        seen.Should().HaveCountGreaterThan(10);
        seen.Should().OnlyContain(kindOfRow => kindOfRow.Value.Count == 0);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_without_a_trust_sees_nothing_that_a_trust_owns(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SampleRows.CreateAsync(await SmallTrust.CreateAsync(db));

        var seen = await db.ActAs(SmallTrust.AsAdministrator, SeenAsync);

        seen.Should().OnlyContain(kindOfRow => kindOfRow.Value.Count == 0);
    }

    [Theory, EveryDatabase]
    public async Task A_person_sees_every_kind_of_row_of_their_own_trust_and_of_no_other(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var ours = await SmallTrust.CreateAsync(db);
        var theirs = await SmallTrust.CreateOtherAsync(db);
        await SampleRows.CreateAsync(ours);
        await SampleRows.CreateAsync(theirs);

        // The same contexts, out of the pool, in turn for two trusts.
        for (var round = 0; round < 3; round++)
        {
            foreach (var trust in (SmallTrust[])[ours, theirs])
            {
                var seen = await db.ActAs(trust.AsCoordinator, SeenAsync);

                seen.Where(kindOfRow => kindOfRow.Value.Count == 0).Select(kindOfRow => kindOfRow.Key).Should().BeEmpty("SampleRows has one of each kind");
                seen.Should().OnlyContain(kindOfRow => kindOfRow.Value.All(owner => owner == trust.Trust.Id));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task An_actor_set_after_the_context_was_made_counts(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var (before, after) = await db.Run(async scope =>
        {
            var context = scope.GetRequiredService<IChampionsDb>();
            var none = await context.Wards.CountAsync();
            scope.GetRequiredService<CurrentActor>().Set(trust.AsStaff);
            return (none, await context.Wards.CountAsync());
        });

        before.Should().Be(0);
        after.Should().Be(2);
    }

    /// <summary>Owners of the rows that this scope sees, by kind of row.</summary>
    private static async Task<Dictionary<string, List<TrustId>>> SeenAsync(IServiceProvider scope)
    {
        var context = scope.GetRequiredService<ChampionsDbContext>();
        var seen = new Dictionary<string, List<TrustId>>(StringComparer.Ordinal);
        foreach (var type in context.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(ITrustOwned))))
        {
            seen[type.Name] = await (Task<List<TrustId>>)OwnersMethod.MakeGenericMethod(type).Invoke(null, [context])!;
        }

        return seen;
    }

    private static Task<List<TrustId>> OwnersAsync<T>(ChampionsDbContext context) where T : class, ITrustOwned =>
        context.Set<T>().Select(row => row.TrustId).ToListAsync();
}
