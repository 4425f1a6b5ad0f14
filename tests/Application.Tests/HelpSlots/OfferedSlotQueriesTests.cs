using Champions.Application.Abstractions;
using Champions.Application.HelpSlots;
using Champions.Application.Lists;
using Champions.Domain.HelpSlots;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.HelpSlots;

public sealed class OfferedSlotQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_list_starts_with_today_by_time_and_counts_places(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var people = await trust.HirePeopleAsync(2);
        var tomorrow = Given.Slot(trust.Champion, capacity: 4);
        tomorrow.Book(people[0].Id, Given.Request(), Given.Now);
        var gone = tomorrow.Book(people[1].Id, Given.Request(), Given.Now).Value;
        tomorrow.CancelBooking(gone.Id, byChampion: false, reason: null, Given.Now);
        var today = Given.Slot(trust.Champion, Given.Offer(Given.Now.AddMinutes(30), mode: SupportMode.InPersonOnWard, ward: trust.Ward.Id, place: null));
        today.Book(people[0].Id, Given.Request(), Given.Now);
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddDays(2));
        cancelled.Cancel(reason: null, Given.Now);
        await db.SaveAsync(tomorrow, today, cancelled);

        db.Clock.Now = Given.Now.AddHours(4);
        var list = await ListAsync(db, trust.AsChampion, new OfferedSlotFilter(trust.Champion.Id, Past: false), 1);

        list.Total.Should().Be(2);
        list.Rows.Select(r => r.Id).Should().Equal(today.Id.Value, tomorrow.Id.Value);
        list.Rows.Select(r => (r.Taken, r.Capacity, r.ToLog)).Should().Equal((1, 1, 1), (1, 4, 0));
        list.Rows.SelectMany(r => r.BookedBy).Should().Equal("Colleague 1", "Colleague 1");
        list.Rows[0].Should().Match<OfferedSlotRow>(r => r.Ward == "Maple Ward" && r.Site == "Royal Infirmary" && r.Champion == "Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task Past_times_come_latest_first_and_page_by_page(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slots = Enumerable.Range(1, PageOf<OfferedSlotRow>.UsualSize + 2).Select(n => Given.Slot(trust.Champion, Given.Now.AddHours(n))).ToList();
        await db.SaveAsync([.. slots]);
        db.Clock.Now = Given.Now.AddDays(10);

        var first = await ListAsync(db, trust.AsCoordinator, new OfferedSlotFilter(Champion: null, Past: true), 1);
        var second = await ListAsync(db, trust.AsCoordinator, new OfferedSlotFilter(Champion: null, Past: true), 2);

        (first.Total, first.Count).Should().Be((slots.Count, 2));
        first.Rows.Concat(second.Rows).Select(r => r.Id).Should().Equal(slots.AsEnumerable().Reverse().Select(s => s.Id.Value));
    }

    [Theory]
    [EveryDatabase(true, "IX_HelpSlots_ChampionId_StartsAt")]
    [EveryDatabase(false, "IX_HelpSlots_(TrustId_)?StartsAt")]
    public async Task Lists_are_read_along_an_index_of_times(DatabaseKind kind, bool ofOneChampion, string index)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        foreach (var person in await trust.HirePeopleAsync(20))
        {
            var champion = Given.Champion(person);
            await db.SaveAsync([champion, .. Enumerable.Range(1, 20).Select(day => Given.Slot(champion, Given.Now.AddDays(day)))]);
        }

        // Several indexes fit; which one is the narrowest the databases learn by measuring.
        await db.ExecuteAsync("ANALYZE");
        var filter = new OfferedSlotFilter(ofOneChampion ? trust.Champion.Id : null, Past: false);

        var plan = await db.ActAs(trust.AsCoordinator, scope =>
        {
            var queries = scope.GetRequiredService<OfferedSlotQueries>();
            return QueryPlan.ExplainAsync(kind, scope, queries.Rows(queries.Offered(filter).Take(20)));
        });

        plan.Should().MatchRegex(index).And.NotContain("IX_HelpSlots_PersonId").And.NotMatchRegex(@"SCAN h\b").And.NotContain("Seq Scan");
    }

    [Theory, EveryDatabase]
    public async Task A_coordinator_sees_every_champion_of_the_trust_and_none_of_another(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var foreign = await other.OfferAsync();
        var own = await trust.OfferAsync();

        var all = await ListAsync(db, trust.AsCoordinator, new OfferedSlotFilter(Champion: null, Past: false), 1);
        var probed = await ListAsync(db, trust.AsCoordinator, new OfferedSlotFilter(other.Champion.Id, Past: false), 1);
        var details = await DetailsAsync(db, trust.AsCoordinator, foreign.Id);
        var champions = await db.As(trust.AsCoordinator, (OfferedSlotQueries queries) => queries.ChampionsAsync(default));

        all.Rows.Should().ContainSingle().Which.Id.Should().Be(own.Id.Value);
        probed.Total.Should().Be(0);
        details.Should().Be(HelpSlotErrors.NotFound);
        champions.Should().ContainSingle().Which.Name.Should().Be("Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task A_time_is_shown_with_what_people_said_to_its_champion_and_the_coordinator(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var people = await trust.HirePeopleAsync(1);
        var slot = Given.Slot(trust.Champion, capacity: 2);
        var gone = slot.Book(people[0].Id, Given.Request(topic: null), Given.Now).Value;
        slot.CancelBooking(gone.Id, byChampion: false, reason: null, Given.Now);
        slot.Book(trust.Colleague.Id, Given.Request(trust.System.Id, "Finding blood results", "I start at 3pm"), Given.Now);
        await db.SaveAsync(slot);

        foreach (var actor in new[] { trust.AsChampion, trust.AsCoordinator })
        {
            var details = (await db.As(actor, (OfferedSlotQueries queries) => queries.DetailsAsync(slot.Id, actor, default))).Value;
            details.Bookings.Select(b => (b.Name, b.IsLive)).Should().Equal(("Tom Reid", true), ("Colleague 1", false));
            details.Bookings[0].Should().Match<SlotBooking>(b =>
                b.System == "Electronic patient record" && b.Topic == "Finding blood results" && b.Note == "I start at 3pm");
        }

        (await DetailsAsync(db, trust.AsStaff, slot.Id)).Should().Be(HelpSlotErrors.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Wards_of_the_champion_stand_first(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var closed = Given.Ward(trust.Site, "OLD", "Old Ward");
        closed.Close(Given.Today);
        trust.Champion.Assign(trust.OtherWard.Id, Given.Today, until: null, Given.Today, Given.Now);
        trust.Champion.Assign(trust.Ward.Id, Given.Today.AddDays(1), until: null, Given.Today, Given.Now);
        await db.SaveAsync([closed, .. trust.Champion.Assignments]);

        var wards = await db.As(trust.AsChampion, (OfferedSlotQueries queries) => queries.WardsAsync(trust.Champion.Id, default));

        wards.Select(w => (w.Name, w.Mine)).Should().Equal(("Theatre Recovery", true), ("Maple Ward", false));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_champion_finds_the_times_of_their_form(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var key = Guid.CreateVersion7(Given.Now);
        var later = await trust.OfferAsync(Given.Offer(Given.Now.AddDays(8), series: key));
        var first = await trust.OfferAsync(Given.Offer(series: key));
        await trust.OfferAsync(Given.Offer(Given.Now.AddDays(3)));

        var times = await db.As(trust.AsChampion, (OfferedSlotQueries queries) => queries.OfOneFormAsync(key, trust.Champion.Id, default));
        var foreign = await db.As(other.AsChampion, (OfferedSlotQueries queries) => queries.OfOneFormAsync(key, other.Champion.Id, default));

        times.Should().Equal(
            new OfferedTime(first.Id.Value, first.StartsAt, 30, 1),
            new OfferedTime(later.Id.Value, later.StartsAt, 30, 1));
        foreign.Should().BeEmpty();
    }

    private static Task<PageOf<OfferedSlotRow>> ListAsync(TestDatabase db, Actor actor, OfferedSlotFilter filter, int page) =>
        db.As(actor, (OfferedSlotQueries queries) => queries.ListAsync(filter, page, default));

    private static async Task<Domain.Common.Error?> DetailsAsync(TestDatabase db, Actor actor, HelpSlotId id) =>
        (await db.As(actor, (OfferedSlotQueries queries) => queries.DetailsAsync(id, actor, default))).Error;
}
