using Champions.Application.Coverage;
using Champions.Application.Wording;

namespace Champions.Application.Tests.Coverage;

public sealed class SuggestionQueriesTests
{
    [Theory, EveryDatabase]
    public async Task Those_at_the_site_come_first_then_those_who_know_most_then_those_who_carry_least(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var rostering = Given.System(trust.Trust.Id, "Rostering");
        await db.SaveAsync(rostering);
        var far = await trust.AddWardAsync("FAR", "Far Ward", await trust.AddSiteAsync());
        await trust.AddChampionAsync("Far but clever", far, [trust.System, rostering]);
        await trust.AddChampionAsync("Near and clever", trust.OtherWard, [trust.System, rostering]);
        await trust.AddChampionAsync("Near and busy", trust.OtherWard, [trust.System], [far]);
        await trust.AddChampionAsync("Assigned near", far, [], [trust.OtherWard]);
        await trust.AddChampionAsync("No ward at all");

        var suggestions = await ForAsync(trust);

        suggestions.Rows.Select(s => s.Name).Should().Equal(
            "Near and clever", "Amara Osei", "Near and busy", "Assigned near", "Far but clever", "No ward at all");
        suggestions.Rows.Select(s => AssignmentWords.Why(s, "Royal Infirmary")).Should().Equal(
            "Works at Royal Infirmary. Knows 2 systems. Looks after no wards.",
            "Works at Royal Infirmary. Knows 1 system. Looks after no wards.",
            "Works at Royal Infirmary. Knows 1 system. Looks after 1 ward.",
            "Works at St Michael's Hospital. Has no systems listed. Looks after 1 ward, at Royal Infirmary.",
            "Works at St Michael's Hospital. Knows 2 systems. Looks after no wards.",
            "Has no systems listed. Looks after no wards.");
        suggestions.Total.Should().Be(6);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_paused_or_of_another_trust_is_not_suggested(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await SmallTrust.CreateOtherAsync(db);
        await db.PauseAsync((await trust.AddChampionAsync("Paused Paul", trust.Ward)).Id);

        (await ForAsync(trust)).Rows.Select(s => s.Name).Should().Equal("Amara Osei");
    }

    /// <summary>Ben is on the ward from day 10 to day 20.</summary>
    [Theory]
    [EveryDatabase(0, 9, false)]
    [EveryDatabase(0, 10, true)]
    [EveryDatabase(0, null, true)]
    [EveryDatabase(21, null, false)]
    public async Task Who_is_on_the_ward_on_those_days_is_found_by_name_only(DatabaseKind kind, int from, int? until, bool isOnThisWard)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AssignAsync(await trust.AddChampionAsync("Ben Hall"), trust.Ward, Given.Today.AddDays(10), Given.Today.AddDays(20));
        var (first, last) = (Given.Today.AddDays(from), until is { } days ? Given.Today.AddDays(days) : (DateOnly?)null);

        var suggested = await ForAsync(trust, first, last);
        var found = await ForAsync(trust, first, last, "hall BEN");

        suggested.Rows.Any(s => s.Name == "Ben Hall").Should().Be(!isOnThisWard);
        found.Rows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Ben Hall", IsOnThisWard = isOnThisWard });
    }

    [Theory, EveryDatabase]
    public async Task Ten_are_shown_and_all_are_counted(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        for (var n = 1; n <= 12; n++)
        {
            await trust.AddChampionAsync($"Champion {n:00}");
        }

        var suggestions = await ForAsync(trust);

        suggestions.Rows.Should().HaveCount(10);
        suggestions.Total.Should().Be(13);
    }

    private static Task<Suggestions> ForAsync(SmallTrust trust, DateOnly? from = null, DateOnly? until = null, string? search = null) =>
        trust.Db.As(trust.AsCoordinator, (SuggestionQueries queries) =>
            queries.ForAsync(trust.Ward.Id, trust.Site.Id, from ?? Given.Today, until, search, default));
}
