using Champions.Application.Abstractions;
using Champions.Application.People;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Tests.People;

public sealed class ChampionDetailQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_sees_everything_about_a_champion(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today.AddDays(-20), Given.Today.AddDays(-10));
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        await trust.AssignAsync(trust.Champion, trust.OtherWard, Given.Today.AddDays(5));
        var slot = Given.Slot(trust.Champion, Given.Offer(ward: trust.Ward.Id, capacity: 3));
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        slot.CancelBooking(slot.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now).Value.Id, byChampion: false, reason: null, Given.Now);
        var cancelled = Given.Slot(trust.Champion, Given.Now.AddDays(3));
        cancelled.Cancel(reason: null, Given.Now);
        var session = Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id, system: trust.System.Id));
        await db.SaveAsync(slot, cancelled, session, Given.FollowUp(session, Given.Today), Given.FollowUp(session, Given.Today.AddDays(9)));

        db.Clock.Now = Given.Now.AddHours(23);
        var found = (await FindAsync(trust, trust.AsCoordinator)).Value;

        found.Champion.Should().BeEquivalentTo(new
        {
            Name = "Amara Osei", trust.ChampionPerson.Email, WorksOn = "Maple Ward", Site = "Royal Infirmary", Status = ChampionStatus.Active,
        });
        found.Systems.Should().Equal("Electronic patient record");
        found.Current.Select(w => w.Name).Should().Equal("Maple Ward");
        found.ToCome.Select(w => w.Name).Should().Equal("Theatre Recovery");
        found.Past.Should().ContainSingle().Which.From.Should().Be(Given.Today.AddDays(-20));
        found.Slots.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { slot.StartsAt, Mode = SupportMode.InPersonElsewhere, Ward = "Maple Ward", Taken = 1, Capacity = 3 });
        found.Sessions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Ward = "Maple Ward", System = "Electronic patient record" });
        found.OpenFollowUps.Should().Be(2);
        found.OverdueFollowUps.Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Champions_see_themselves_and_nobody_else(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var ben = await trust.AddChampionAsync("Ben Hall");
        var asBen = new Actor(ben.StaffMemberId, trust.Trust.Id, ben.Id, Roles.Staff | Roles.Champion);

        (await FindAsync(trust, trust.AsChampion)).IsSuccess.Should().BeTrue();
        (await FindAsync(trust, asBen)).Error.Should().Be(ChampionErrors.NotFound);
        (await FindAsync(trust, trust.AsStaff)).Error.Should().Be(ChampionErrors.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_champion_is_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await FindAsync(trust, other.AsCoordinator)).Error.Should().Be(ChampionErrors.NotFound);
    }

    private static Task<Result<ChampionDetails>> FindAsync(SmallTrust trust, Actor actor) =>
        trust.Db.As(actor, (ChampionDetailQueries queries) => queries.FindAsync(trust.Champion.Id, actor, default));
}
