using Champions.Application.Coverage;
using Champions.Application.Home;
using Champions.Application.Lists;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.Coverage;

public sealed class WardQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_ward_shows_its_site_its_champions_of_today_and_its_last_session(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var undone = Given.Session(trust.Champion, Given.Answers(Given.Today, trust.Ward.Id));
        undone.Undo(Given.Now);
        await db.SaveAsync(
            undone,
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-9), trust.Ward.Id)),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id)));

        var wards = await ListAsync(trust);

        wards.Total.Should().Be(2);
        wards.Rows.Select(w => w.Name).Should().Equal("Maple Ward", "Theatre Recovery");
        wards.Rows[0].Should().BeEquivalentTo(new
        {
            Id = trust.Ward.Id.Value,
            Site = "Royal Infirmary",
            Code = "7B",
            Specialty = "Respiratory Medicine Service",
            Champions = 1,
            LastSession = (DateOnly?)Given.Today.AddDays(-3),
            Cover = Cover.Thin,
        });
        wards.Rows[1].Should().BeEquivalentTo(new { Champions = 0, LastSession = (DateOnly?)null, Cover = Cover.None });
    }

    [Theory, EveryDatabase]
    public async Task Only_active_champions_on_their_days_cover_a_ward(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-9), Given.Today);
        await trust.AssignAsync(await trust.AddChampionAsync("Past Priya"), trust.Ward, Given.Today.AddDays(-9), Given.Today.AddDays(-1));
        await trust.AssignAsync(await trust.AddChampionAsync("Future Finn"), trust.Ward, Given.Today.AddDays(1));
        var paused = await trust.AddChampionAsync("Paused Paul", looksAfter: [trust.Ward]);
        await db.PauseAsync(paused.Id);

        (await ListAsync(trust)).Rows[0].Champions.Should().Be(1);

        db.Clock.Now = Given.Now.AddDays(1);
        (await ListAsync(trust)).Rows[0].Champions.Should().Be(1, "one has gone and one has come");
    }

    [Theory, EveryDatabase]
    public async Task The_figure_on_the_coordinators_home_is_the_length_of_the_list_behind_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var alone = await trust.AddWardAsync("9C", "Oak Ward");
        var closed = await trust.AddWardAsync("OLD", "Elm Ward");
        await db.ChangeAsync<Ward>(w => w.Id == closed.Id, w => w.Close(Given.Today));
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var paused = await trust.AddChampionAsync("Paused Paul", looksAfter: [alone]);
        await db.PauseAsync(paused.Id);
        await SmallTrust.CreateOtherAsync(db);

        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));
        var list = await ListAsync(trust, new WardFilter(Cover: Cover.None));

        list.Rows.Select(w => w.Name).Should().Equal("Oak Ward", "Theatre Recovery");
        home.Attention.WardsWithNobody.Should().Be(list.Total);
    }

    [Theory, EveryDatabase]
    public async Task Each_cover_is_a_list_of_its_own(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var two = await trust.AddWardAsync("9C", "Oak Ward");
        await trust.AddChampionAsync("Ana Silva", looksAfter: [two, trust.Ward]);
        await trust.AddChampionAsync("Ben Hall", looksAfter: [two]);

        (await NamesAsync(trust, new WardFilter(Cover: Cover.Covered))).Should().Equal("Oak Ward");
        (await NamesAsync(trust, new WardFilter(Cover: Cover.Thin))).Should().Equal("Maple Ward");
        (await NamesAsync(trust, new WardFilter(Cover: Cover.None))).Should().Equal("Theatre Recovery");
    }

    [Theory]
    [EveryDatabase("maple", "Maple Ward")]
    [EveryDatabase("7b", "Maple Ward")]
    [EveryDatabase("ward MAPLE", "Maple Ward")]
    [EveryDatabase("Élodie", "Élodie Ward")]
    [EveryDatabase("100%", "")]
    [EveryDatabase("_", "")]
    [EveryDatabase("'; DROP TABLE \"Wards\"", "")]
    [EveryDatabase("nul\0", "")]
    public async Task Words_find_a_ward_by_name_or_code(DatabaseKind kind, string search, string found)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AddWardAsync("EL", "Élodie Ward");

        (await NamesAsync(trust, new WardFilter(search))).Should().Equal(found.Length == 0 ? [] : [found]);
    }

    [Theory, EveryDatabase]
    public async Task A_site_and_words_narrow_the_list_together(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var site = await trust.AddSiteAsync();
        await trust.AddWardAsync("M1", "Maple Ward", site);
        await trust.AddWardAsync("M2", "Cedar Ward", site);

        (await ListAsync(trust, new WardFilter("maple", site.Id))).Rows.Should().ContainSingle().Which.Code.Should().Be("M1");
        (await NamesAsync(trust, new WardFilter(Site: site.Id))).Should().Equal("Cedar Ward", "Maple Ward");
    }

    [Theory, EveryDatabase]
    public async Task Columns_sort_both_ways_and_never_is_longer_ago_than_any_day(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var oak = await trust.AddWardAsync("9C", "Oak Ward");
        await trust.AssignAsync(trust.Champion, oak, Given.Today);
        await db.SaveAsync(
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-9), oak.Id)),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id)));

        (await SortedAsync(WardSort.Ward)).Should().Equal("Maple Ward", "Oak Ward", "Theatre Recovery");
        (await SortedAsync(WardSort.Ward, descending: true)).Should().Equal("Theatre Recovery", "Oak Ward", "Maple Ward");
        (await SortedAsync(WardSort.Champions)).Should().Equal("Maple Ward", "Theatre Recovery", "Oak Ward");
        (await SortedAsync(WardSort.Champions, descending: true)).Should().Equal("Oak Ward", "Maple Ward", "Theatre Recovery");
        (await SortedAsync(WardSort.LastSession)).Should().Equal("Theatre Recovery", "Oak Ward", "Maple Ward");
        (await SortedAsync(WardSort.LastSession, descending: true)).Should().Equal("Maple Ward", "Oak Ward", "Theatre Recovery");

        Task<IReadOnlyList<string>> SortedAsync(WardSort sort, bool descending = false) =>
            NamesAsync(trust, new WardFilter(Sort: sort, Descending: descending));
    }

    [Theory, EveryDatabase]
    public async Task Long_lists_come_in_pages_and_a_page_that_is_not_there_is_empty(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync([.. Enumerable.Range(1, 20).Select(n => Given.Ward(trust.Site, $"W{n:00}", $"Ward {n:00}"))]);

        var pages = new[] { await ListAsync(trust), await ListAsync(trust, page: 2) };

        pages.Select(p => p.Rows.Count).Should().Equal(20, 2);
        pages.SelectMany(p => p.Rows).Select(r => r.Id).Should().OnlyHaveUniqueItems();
        pages[0].Should().BeEquivalentTo(new { Total = 22, Count = 2, Exists = true });
        foreach (var missing in new[] { 0, -1, 3, int.MaxValue })
        {
            (await ListAsync(trust, page: missing)).Should().BeEquivalentTo(new { Exists = false, Total = 22 });
        }
    }

    [Theory, EveryDatabase]
    public async Task The_form_offers_sites_that_have_an_open_ward(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AddSiteAsync();
        await SmallTrust.CreateOtherAsync(db);

        var sites = await db.As(trust.AsCoordinator, (ChoiceQueries queries) => queries.SitesWithWardsAsync(default));
        var wards = await db.As(trust.AsCoordinator, (ChoiceQueries queries) => queries.OpenWardsAsync(default));
        var systems = await db.As(trust.AsCoordinator, (ChoiceQueries queries) => queries.SystemsAsync(default));

        sites.Should().Equal(new Choice(trust.Site.Id.Value, "Royal Infirmary"));
        wards.Should().Equal(new Choice(trust.Ward.Id.Value, "Maple Ward (7B)"), new Choice(trust.OtherWard.Id.Value, "Theatre Recovery (THR)"));
        systems.Should().Equal(new Choice(trust.System.Id.Value, "Electronic patient record"));
    }

    private static Task<PageOf<WardRow>> ListAsync(SmallTrust trust, WardFilter? filter = null, int page = 1) =>
        trust.Db.As(trust.AsCoordinator, (WardQueries queries) => queries.ListAsync(filter ?? new WardFilter(), page, default));

    private static async Task<IReadOnlyList<string>> NamesAsync(SmallTrust trust, WardFilter filter) =>
        [.. (await ListAsync(trust, filter)).Rows.Select(w => w.Name)];
}
