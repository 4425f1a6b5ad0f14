using Champions.Domain.Champions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>Every query names the trust. The database must still find one champion's rows without reading the whole trust's.</summary>
public sealed class MeasureTests
{
    [Fact]
    public async Task SQLite_finds_the_sessions_of_a_champion_by_the_champion_once_it_has_measured_its_rows()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        var people = await trust.HirePeopleAsync(20);
        var champions = people.Select(p => Given.Champion(p)).ToList();
        await db.SaveAsync([.. champions]);
        await db.SaveAsync([.. champions.SelectMany(c => Enumerable.Range(0, 5).Select(day => Given.Session(c, Given.Answers(Given.Today.AddDays(-day)))))]);
        const string narrow = "IX_SupportSessions_ChampionId_OccurredOn";
        (await PlanAsync(db, trust)).Should().NotContain(narrow, "without figures it takes any index for as good as another");

        await db.Services.GetRequiredService<ISchema>().PrepareToServeAsync(default);

        (await PlanAsync(db, trust)).Should().Contain(narrow);
    }

    [Theory, EveryDatabase]
    public async Task Measuring_may_be_done_at_any_time(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var schema = db.Services.GetRequiredService<ISchema>();
        await schema.MeasureAsync(default);
        await SmallTrust.CreateAsync(db);

        await schema.MeasureAsync(default);

        (await schema.IsReadyAsync(default)).Should().BeTrue();
        (await db.AllAsync<Champion>()).Should().ContainSingle();
    }

    private static Task<string> PlanAsync(TestDatabase database, SmallTrust trust) => database.ActAs(trust.AsCoordinator, async scope =>
    {
        var db = scope.GetRequiredService<ChampionsDbContext>();
        var recent = db.SupportSessions.Where(s => s.ChampionId == trust.Champion.Id && s.OccurredOn >= Given.Today.AddDays(-59));
        await db.Database.OpenConnectionAsync();
        await using var command = recent.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join('\n', steps);
    });
}
