using Champions.Application.Home;
using Champions.Domain.HelpSlots;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.Home;

public sealed class HomeQueriesTests
{
    [Theory, EveryDatabase]
    public async Task The_coordinator_sees_counts_of_what_needs_attention(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion, Given.Now.AddHours(1));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var session = Given.Session(trust.Champion);
        var followUp = Given.FollowUp(session, Given.Today.AddDays(1));
        await db.SaveAsync(slot, session, followUp);
        trust.Champion.Assign(trust.Ward.Id, Given.Today, until: null, Given.Today, Given.Now);
        await db.SaveAsync(trust.Champion.Assignments[0]);

        db.Clock.Now = Given.Now.AddDays(3);
        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));

        home.Attention.Should().Be(new NeedsAttention(WardsWithNobody: 1, FollowUpsOverdue: 1, BookingsNotLogged: 1, EmailsFailed: 0));
    }

    [Theory, EveryDatabase]
    public async Task Figures_and_weeks_count_sessions_that_were_not_undone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var undone = Given.Session(trust.Champion);
        undone.Undo(Given.Now.AddMinutes(1));
        await db.SaveAsync(
            undone,
            Given.Session(trust.Champion, Given.Answers(Given.Today)),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-7))),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-40))));

        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));

        home.Figures.Sessions.Should().Be(2);
        home.Figures.PeopleHelped.Should().Be(2);
        home.Figures.ActiveChampions.Should().Be(1);
        home.Weeks.Should().HaveCount(HomeQueries.ChartWeeks);
        home.Weeks.Select(w => w.Sessions).TakeLast(2).Should().Equal(1, 1);
        home.Weeks[^1].Monday.Should().Be(new DateOnly(2026, 11, 23));
        home.Weeks.Sum(w => w.Sessions).Should().Be(3);
    }

    [Theory, EveryDatabase]
    public async Task Another_trust_counts_nowhere(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await db.SaveAsync(Given.Session(other.Champion));

        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));

        home.Figures.Should().Be(new NetworkFigures(0, 0, 0, 0));
        home.Attention.WardsWithNobody.Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task A_champion_sees_todays_bookings_those_to_log_and_follow_ups_due(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var past = Given.Slot(trust.Champion, Given.Now.AddMinutes(30), 10);
        var later = Given.Slot(trust.Champion, Given.Now.AddHours(3));
        var tomorrow = Given.Slot(trust.Champion, Given.Now.AddDays(1));
        foreach (var slot in new[] { past, later, tomorrow })
        {
            slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        }

        var session = Given.Session(trust.Champion);
        await db.SaveAsync(past, later, tomorrow, session, Given.FollowUp(session, Given.Today), Given.FollowUp(session, Given.Today.AddDays(1)));

        db.Clock.Now = Given.Now.AddHours(1);
        var home = await db.As(trust.AsChampion, (HomeQueries queries) => queries.ChampionAsync(trust.Champion.Id, default));

        home.Today.Should().ContainSingle().Which.StartsAt.Should().Be(later.StartsAt);
        home.ToLog.Should().ContainSingle().Which.BookedBy.Should().Be("Tom Reid");
        home.FollowUps.Should().ContainSingle().Which.DueOn.Should().Be(Given.Today);
    }

    [Theory, EveryDatabase]
    public async Task The_next_booking_is_the_soonest_that_still_stands(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddHours(2));
        var gone = cancelled.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        cancelled.CancelBooking(gone.Id, byChampion: false, reason: null, Given.Now);
        var soonest = Given.Slot(trust.Champion, Given.Now.AddDays(1));
        var later = Given.Slot(trust.Champion, Given.Now.AddDays(2));
        soonest.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        later.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        await db.SaveAsync(cancelled, soonest, later);

        var next = await db.As(trust.AsStaff, (HomeQueries queries) => queries.NextBookingAsync(trust.Colleague.Id, default));

        next!.StartsAt.Should().Be(soonest.StartsAt);
        next.Champion.Should().Be("Amara Osei");
    }
}
