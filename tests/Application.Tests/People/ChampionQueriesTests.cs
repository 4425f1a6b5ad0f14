using Champions.Application.Home;
using Champions.Application.Lists;
using Champions.Application.People;
using Champions.Domain.Champions;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.People;

public sealed class ChampionQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_champion_shows_wards_of_today_systems_and_the_last_session(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var rostering = Given.System(trust.Trust.Id, "Rostering");
        await db.SaveAsync(rostering);
        var busy = await trust.AddChampionAsync("Busy Bea", trust.Ward, [rostering, trust.System], [trust.OtherWard, trust.Ward]);
        await db.SaveAsync(
            Given.Session(busy, Given.Answers(Given.Today.AddDays(-70))),
            Given.Session(busy, Given.Answers(Given.Today.AddDays(-4))));

        var champions = await ListAsync(trust);

        champions.Total.Should().Be(2);
        champions.Rows[0].Should().BeEquivalentTo(new
        {
            Name = "Amara Osei",
            StaffGroup = StaffGroup.NursingAndMidwiferyRegistered,
            Status = ChampionStatus.Active,
            Wards = Array.Empty<string>(),
            Systems = new[] { "Electronic patient record" },
            LastSession = (DateOnly?)null,
        });
        champions.Rows[1].Should().BeEquivalentTo(new
        {
            Name = "Busy Bea",
            Wards = new[] { "Maple Ward", "Theatre Recovery" },
            Systems = new[] { "Electronic patient record", "Rostering" },
            LastSession = (DateOnly?)Given.Today.AddDays(-4),
        });
    }

    [Theory, EveryDatabase]
    public async Task The_figure_of_active_champions_is_the_length_of_the_list_behind_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var edge = await trust.AddChampionAsync("Edge Eva");
        var late = await trust.AddChampionAsync("Late Lou");
        var paused = await trust.AddChampionAsync("Paused Paul");
        var undone = await trust.AddChampionAsync("Undone Uma");
        var takenBack = Given.Session(undone);
        takenBack.Undo(Given.Now);
        await db.SaveAsync(
            takenBack,
            Given.Session(edge, Given.Answers(Given.Today.AddDays(1 - HomeQueries.ActiveDays))),
            Given.Session(edge, Given.Answers(Given.Today.AddDays(1 - HomeQueries.ActiveDays))),
            Given.Session(late, Given.Answers(Given.Today.AddDays(-HomeQueries.ActiveDays))),
            Given.Session(paused));
        await db.PauseAsync(paused.Id);

        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));
        var active = await NamesAsync(trust, new ChampionFilter(Activity: Activity.Active));

        active.Should().Equal("Edge Eva", "Paused Paul");
        home.Figures.ActiveChampions.Should().Be(active.Count);
    }

    [Theory, EveryDatabase]
    public async Task Quiet_are_those_with_an_active_role_and_no_session_lately(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.PauseAsync((await trust.AddChampionAsync("Paused Paul")).Id);
        var late = await trust.AddChampionAsync("Late Lou");
        var busy = await trust.AddChampionAsync("Busy Bea");
        await db.SaveAsync(Given.Session(late, Given.Answers(Given.Today.AddDays(-HomeQueries.ActiveDays))), Given.Session(busy));

        (await NamesAsync(trust, new ChampionFilter(Activity: Activity.Quiet))).Should().Equal("Amara Osei", "Late Lou");
    }

    [Theory, EveryDatabase]
    public async Task Each_filter_narrows_the_list(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var site = await trust.AddSiteAsync();
        var far = await trust.AddWardAsync("FAR", "Far Ward", site);
        await trust.AddChampionAsync("Works Far", far);
        await trust.AddChampionAsync("Cares Far", trust.Ward, looksAfter: [far]);
        await trust.AssignAsync(await trust.AddChampionAsync("Was Far"), far, Given.Today.AddDays(-9), Given.Today.AddDays(-1));
        await db.PauseAsync((await trust.AddChampionAsync("Paused Paul", looksAfter: [far])).Id);

        (await NamesAsync(trust, new ChampionFilter("FAR"))).Should().Equal("Cares Far", "Was Far", "Works Far");
        (await NamesAsync(trust, new ChampionFilter("far works"))).Should().Equal("Works Far");
        (await NamesAsync(trust, new ChampionFilter(Status: ChampionStatus.Paused))).Should().Equal("Paused Paul");
        (await NamesAsync(trust, new ChampionFilter(System: trust.System.Id))).Should().Equal("Amara Osei");
        (await NamesAsync(trust, new ChampionFilter(Ward: far.Id))).Should().Equal("Cares Far", "Paused Paul");
        (await NamesAsync(trust, new ChampionFilter(Site: site.Id))).Should().Equal("Cares Far", "Paused Paul", "Works Far");
        (await NamesAsync(trust, new ChampionFilter("far", Site: site.Id, Ward: far.Id))).Should().Equal("Cares Far");
    }

    [Theory, EveryDatabase]
    public async Task The_list_sorts_by_name_and_by_last_session_both_ways(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var ben = await trust.AddChampionAsync("Ben Hall");
        var cai = await trust.AddChampionAsync("Cai Rees");
        await db.SaveAsync(
            Given.Session(ben, Given.Answers(Given.Today.AddDays(-2))), Given.Session(cai, Given.Answers(Given.Today.AddDays(-1))));

        (await NamesAsync(trust, new ChampionFilter(Descending: true))).Should().Equal("Cai Rees", "Ben Hall", "Amara Osei");
        (await NamesAsync(trust, new ChampionFilter(Sort: ChampionSort.LastSession))).Should().Equal("Amara Osei", "Ben Hall", "Cai Rees");
        (await NamesAsync(trust, new ChampionFilter(Sort: ChampionSort.LastSession, Descending: true)))
            .Should().Equal("Cai Rees", "Ben Hall", "Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task Pages_hold_twenty_champions_whatever_they_know(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var rostering = Given.System(trust.Trust.Id, "Rostering");
        await db.SaveAsync(rostering);
        for (var n = 1; n <= 20; n++)
        {
            await trust.AddChampionAsync($"Champion {n:00}", knows: [trust.System, rostering], looksAfter: [trust.Ward, trust.OtherWard]);
        }

        (await ListAsync(trust)).Rows.Should().HaveCount(20);
        (await ListAsync(trust, page: 2)).Rows.Should().ContainSingle().Which.Name.Should().Be("Champion 20");
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_champions_are_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await db.SaveAsync(Given.Session(other.Champion));

        (await ListAsync(trust)).Rows.Should().ContainSingle().Which.Id.Should().Be(trust.Champion.Id.Value);
    }

    private static Task<PageOf<ChampionRow>> ListAsync(SmallTrust trust, ChampionFilter? filter = null, int page = 1) =>
        trust.Db.As(trust.AsCoordinator, (ChampionQueries queries) => queries.ListAsync(filter ?? new ChampionFilter(), page, default));

    private static async Task<IReadOnlyList<string>> NamesAsync(SmallTrust trust, ChampionFilter filter) =>
        [.. (await ListAsync(trust, filter)).Rows.Select(c => c.Name)];
}
