using Champions.Application.Coverage;

namespace Champions.Application.Tests.Coverage;

public sealed class WardDetailQueriesTests
{
    [Theory, EveryDatabase]
    public async Task People_stand_as_current_to_come_or_past_with_the_systems_they_know(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var rostering = Given.System(trust.Trust.Id, "Rostering");
        await db.SaveAsync(rostering);
        await trust.AddChampionAsync("Now Nora", knows: [rostering, trust.System], looksAfter: [trust.Ward]);
        await trust.AssignAsync(await trust.AddChampionAsync("Past Priya"), trust.Ward, Given.Today.AddDays(-9), Given.Today.AddDays(-1));
        await trust.AssignAsync(await trust.AddChampionAsync("Future Finn"), trust.Ward, Given.Today.AddDays(1));
        var calledOff = await trust.AddChampionAsync("Off Olu");
        var assignment = await trust.AssignAsync(calledOff, trust.Ward, Given.Today.AddDays(5));
        await db.As(trust.AsCoordinator, (EndAssignmentHandler handler) =>
            handler.HandleAsync(new EndAssignment(trust.Ward.Id, assignment.Id, Given.Today), trust.AsCoordinator, default));

        var ward = await FindAsync(trust, trust.AsCoordinator);

        ward!.Current.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Name = "Now Nora", Systems = new[] { "Electronic patient record", "Rostering" }, From = Given.Today, Until = (DateOnly?)null });
        ward.ToCome.Select(p => p.Name).Should().Equal("Future Finn");
        ward.Past.Select(p => p.Name).Should().Equal("Off Olu", "Past Priya");
        ward.Cover.Should().Be(Cover.Thin);
    }

    [Theory, EveryDatabase]
    public async Task A_paused_champion_is_shown_but_covers_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.PauseAsync((await trust.AddChampionAsync("Paused Paul", looksAfter: [trust.Ward])).Id);

        var ward = await FindAsync(trust, trust.AsCoordinator);

        ward!.Current.Should().ContainSingle();
        ward.Cover.Should().Be(Cover.None);
    }

    [Theory, EveryDatabase]
    public async Task The_last_ten_sessions_are_shown_newest_first(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync([.. Enumerable.Range(1, 12).Select(day =>
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-day), trust.Ward.Id, trust.System.Id)))]);
        await db.SaveAsync(Given.Session(trust.Champion, Given.Answers(Given.Today, trust.OtherWard.Id)));

        var ward = await FindAsync(trust, trust.AsCoordinator);

        ward!.Sessions.Select(s => s.OccurredOn).Should().Equal(Enumerable.Range(1, 10).Select(day => Given.Today.AddDays(-day)));
        ward.Sessions[0].Should().BeEquivalentTo(new { Champion = "Amara Osei", System = "Electronic patient record", People = 1, Minutes = 15 });
    }

    [Theory, EveryDatabase]
    public async Task Who_booked_is_told_to_coordinators_and_to_the_champion_of_the_time(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion, Given.Offer(ward: trust.Ward.Id, capacity: 2));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        var cancelled = slot.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(cancelled.Id, byChampion: false, reason: null, Given.Now);
        await db.SaveAsync(slot);
        var other = await trust.AddChampionAsync("Ben Hall");
        var asOther = new Abstractions.Actor(other.StaffMemberId, trust.Trust.Id, other.Id, Roles.Staff | Roles.Champion);

        (await FindAsync(trust, trust.AsCoordinator))!.Bookings.Should().ContainSingle().Which.BookedBy.Should().Be("Tom Reid");
        (await FindAsync(trust, trust.AsChampion))!.Bookings.Should().ContainSingle().Which.BookedBy.Should().Be("Tom Reid");
        (await FindAsync(trust, asOther))!.Bookings.Should().ContainSingle().Which.BookedBy.Should().BeNull();

        db.Clock.Now = slot.StartsAt;
        (await FindAsync(trust, trust.AsCoordinator))!.Bookings.Should().BeEmpty("it has begun");
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_ward_is_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        var ward = await db.As(trust.AsCoordinator, (WardDetailQueries queries) =>
            queries.FindAsync(other.Ward.Id, trust.AsCoordinator, default));

        ward.Should().BeNull();
    }

    private static Task<WardDetails?> FindAsync(SmallTrust trust, Abstractions.Actor actor) =>
        trust.Db.As(actor, (WardDetailQueries queries) => queries.FindAsync(trust.Ward.Id, actor, default));
}
