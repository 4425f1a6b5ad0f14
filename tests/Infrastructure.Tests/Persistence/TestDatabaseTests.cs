using Champions.Application.Abstractions;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>The ground that other tests stand on.</summary>
public sealed class TestDatabaseTests
{
    [Theory, EveryDatabase]
    public async Task Two_databases_share_nothing(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var two = await TestDatabase.CreateAsync(kind);

        await SmallTrust.CreateAsync(one);

        (await one.AllAsync<Ward>()).Should().HaveCount(2);
        (await two.AllAsync<Ward>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task An_actor_sees_the_rows_of_one_trust(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var ours = await SmallTrust.CreateAsync(db);
        await SmallTrust.CreateOtherAsync(db);

        var seen = await db.ActAs(ours.AsCoordinator, scope =>
            scope.GetRequiredService<IChampionsDb>().Wards.Select(w => w.TrustId).Distinct().ToListAsync());

        seen.Should().Equal(ours.Trust.Id);
    }
}
