using Champions.Application.Abstractions;
using Champions.Application.HelpSlots;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.HelpSlots;

public sealed class OfferHelpSlotsTests
{
    private static readonly DateOnly Tuesday = new(2026, 12, 1);

    [Theory, EveryDatabase]
    public async Task One_time_is_offered_as_it_was_asked_for(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var asked = Ask() with { Mode = SupportMode.InPersonOnWard, Ward = trust.Ward.Id, Place = null, Capacity = 4 };

        (await OfferAsync(db, trust.AsChampion, asked)).Value.Should().Be(asked.FormKey);

        var slot = (await db.AllAsync<HelpSlot>()).Should().ContainSingle().Subject;
        slot.StartsAt.Should().Be(new DateTimeOffset(2026, 12, 1, 14, 15, 0, TimeSpan.Zero));
        slot.Should().Match<HelpSlot>(s =>
            s.Minutes == 30 && s.Capacity == 4 && s.WardId == trust.Ward.Id && s.SeriesId == asked.FormKey && s.TrustId == trust.Trust.Id
            && s.ChampionId == trust.Champion.Id && s.PersonId == trust.ChampionPerson.Id);
        (await db.AllAsync<TimeClaim>()).Should().HaveCount(6).And.OnlyContain(c => c.PersonId == trust.ChampionPerson.Id);
    }

    [Theory]
    [EveryDatabase(2026, 10, 19, 8, 9)]
    [EveryDatabase(2027, 3, 22, 9, 8)]
    public async Task A_weekly_time_stays_at_9am_on_the_ward_clock_when_the_clocks_change(
        DatabaseKind kind, int year, int month, int day, int utcHourBefore, int utcHourAfter)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var monday = new DateOnly(year, month, day);
        db.Clock.Now = new DateTimeOffset(monday.AddDays(-14), new TimeOnly(10, 0), TimeSpan.Zero);

        (await OfferAsync(db, trust.AsChampion, Ask(monday, new TimeOnly(9, 0), weeks: 2))).IsSuccess.Should().BeTrue();

        var slots = (await db.AllAsync<HelpSlot>()).OrderBy(s => s.StartsAt).ToList();
        slots.Select(s => s.StartsAt).Should().Equal(
            new DateTimeOffset(monday, new TimeOnly(utcHourBefore, 0), TimeSpan.Zero),
            new DateTimeOffset(monday.AddDays(7), new TimeOnly(utcHourAfter, 0), TimeSpan.Zero));
    }

    [Theory, EveryDatabase]
    public async Task A_time_the_clocks_jump_over_stops_the_whole_series_and_names_the_day(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        db.Clock.Now = new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero);

        var refused = await OfferAsync(db, trust.AsChampion, Ask(new DateOnly(2027, 3, 21), new TimeOnly(1, 30), weeks: 3));

        refused.Error.Should().Be(OfferErrors.NoSuchTime(new DateOnly(2027, 3, 28), new TimeOnly(1, 30)));
        refused.Error!.Message.Should().Be("There is no 1:30am on Sunday 28 March 2027, because the clocks go forward. Choose another time.");
        (await db.AllAsync<HelpSlot>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Of_a_time_that_comes_twice_the_first_is_offered(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        db.Clock.Now = new DateTimeOffset(2026, 10, 1, 10, 0, 0, TimeSpan.Zero);

        await OfferAsync(db, trust.AsChampion, Ask(new DateOnly(2026, 10, 25), new TimeOnly(1, 30)));

        (await db.AllAsync<HelpSlot>()).Should().ContainSingle().Which.StartsAt.Should().Be(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
    }

    [Theory, EveryDatabase]
    public async Task A_series_that_meets_own_times_or_bookings_names_the_days_and_offers_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OfferAsync(new DateTimeOffset(2026, 12, 8, 14, 40, 0, TimeSpan.Zero));
        var colleague = Given.Person(trust.Trust.Id, "Priya Shah");
        var champion = Given.Champion(colleague);
        var othersTime = Given.Slot(champion, new DateTimeOffset(2026, 12, 22, 14, 0, 0, TimeSpan.Zero));
        othersTime.Book(trust.ChampionPerson.Id, Given.Request(), Given.Now);
        await db.SaveAsync(colleague, champion, othersTime);

        var refused = await OfferAsync(db, trust.AsChampion, Ask(weeks: 4));

        refused.Error!.Code.Should().Be(HelpSlotErrors.ChampionBusy.Code);
        refused.Error.Kind.Should().Be(ErrorKind.Conflict);
        refused.Error.Message.Should().Be(
            "You already have a time or a booking then on Tuesday 8 December and Tuesday 22 December. Choose another time.");
        (await db.AllAsync<HelpSlot>()).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task Times_that_only_touch_are_both_offered(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        await OfferAsync(db, trust.AsChampion, Ask(start: new TimeOnly(14, 0)));
        var next = await OfferAsync(db, trust.AsChampion, Ask(start: new TimeOnly(14, 30)));

        next.IsSuccess.Should().BeTrue();
        (await db.AllAsync<HelpSlot>()).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_again_offers_nothing_more_and_answers_the_same(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var asked = Ask(weeks: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OfferAsync(db, trust.AsChampion, asked)));

        answers.Should().OnlyContain(a => a.IsSuccess && a.Value == asked.FormKey);
        (await db.AllAsync<HelpSlot>()).Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task A_form_gone_back_to_and_changed_is_another_offer(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var asked = Ask();
        await OfferAsync(db, trust.AsChampion, asked);

        (await OfferAsync(db, trust.AsChampion, asked with { Start = new TimeOnly(16, 0) })).IsSuccess.Should().BeTrue();
        (await OfferAsync(db, trust.AsChampion, asked with { Place = "Library" })).Error!.Code.Should().Be(HelpSlotErrors.ChampionBusy.Code);

        (await db.AllAsync<HelpSlot>()).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task A_time_cancelled_since_can_be_offered_again_with_the_same_form(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var asked = Ask();
        await OfferAsync(db, trust.AsChampion, asked);
        var first = (await db.AllAsync<HelpSlot>()).Single();
        await db.As(trust.AsChampion, (CancelHelpSlotHandler h) => h.HandleAsync(new CancelHelpSlot(first.Id, null), trust.AsChampion, default));

        (await OfferAsync(db, trust.AsChampion, asked)).IsSuccess.Should().BeTrue();

        (await db.AllAsync<HelpSlot>()).Select(s => s.Status).Should().BeEquivalentTo([HelpSlotStatus.Cancelled, HelpSlotStatus.Offered]);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_forms_that_race_for_the_same_minutes_exactly_one_wins(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        for (var round = 0; round < 10; round++)
        {
            var day = Tuesday.AddDays(round);

            var answers = await Task.WhenAll(
                OfferAsync(db, trust.AsChampion, Ask(day, new TimeOnly(14, 0), minutes: 45)),
                OfferAsync(db, trust.AsChampion, Ask(day, new TimeOnly(14, 30), weeks: 1)));

            answers.Count(a => a.IsSuccess).Should().Be(1);
            answers.Single(a => !a.IsSuccess).Error!.Code.Should().Be(HelpSlotErrors.ChampionBusy.Code);
        }

        (await db.AllAsync<HelpSlot>()).Should().HaveCount(10);
    }

    [Theory, EveryDatabase]
    public async Task A_ward_of_another_trust_or_a_closed_one_is_not_a_place_to_meet(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var closed = Given.Ward(trust.Site, "OLD", "Old Ward");
        closed.Close(Given.Today);
        await db.SaveAsync(closed);

        foreach (var ward in new[] { other.Ward, closed })
        {
            var refused = await OfferAsync(db, trust.AsChampion, OnWard(ward));
            refused.Error.Should().Be(HelpSlotErrors.WardNeeded);
        }

        (await db.AllAsync<HelpSlot>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_an_active_champion_offers_times(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.ExecuteAsync("UPDATE \"Champions\" SET \"Status\" = 'Paused'");

        (await OfferAsync(db, trust.AsChampion, Ask())).Error.Should().Be(HelpSlotErrors.ChampionPaused);
        (await OfferAsync(db, trust.AsStaff, Ask())).Error.Should().Be(HelpSlotErrors.NotAChampion);
        (await OfferAsync(db, trust.AsCoordinator, Ask())).Error.Should().Be(HelpSlotErrors.NotAChampion);
    }

    [Theory]
    [EveryDatabase("2026-11-23", 1, "HelpSlot.StartsInPast")]
    [EveryDatabase("0001-01-01", 1, "HelpSlot.StartsInPast")]
    [EveryDatabase("2027-05-26", 1, "HelpSlot.StartsTooLate")]
    [EveryDatabase("9999-12-31", 12, "HelpSlot.StartsTooLate")]
    [EveryDatabase("2027-05-18", 3, OfferErrors.SeriesTooLongCode)]
    [EveryDatabase("2026-12-01", 13, "HelpSlot.Weeks")]
    [EveryDatabase("2026-12-01", 0, "HelpSlot.Weeks")]
    public async Task Days_out_of_reach_are_refused(DatabaseKind kind, string day, int weeks, string code)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await OfferAsync(db, trust.AsChampion, Ask(DateOnly.Parse(day), weeks: weeks))).Error!.Code.Should().Be(code);
    }

    private static OfferHelpSlots Ask(DateOnly? day = null, TimeOnly? start = null, int weeks = 1, int minutes = 30) => new(
        day ?? Tuesday,
        start ?? new TimeOnly(14, 15),
        weeks,
        minutes,
        SupportMode.InPersonElsewhere,
        Ward: null,
        "Seminar Room 2",
        Capacity: 1,
        Guid.CreateVersion7(Given.Now));

    private static OfferHelpSlots OnWard(Ward ward) => Ask() with { Mode = SupportMode.InPersonOnWard, Ward = ward.Id };

    private static Task<Result<Guid>> OfferAsync(TestDatabase db, Actor actor, OfferHelpSlots command) =>
        db.As(actor, (OfferHelpSlotsHandler handler) => handler.HandleAsync(command, actor, default));
}
