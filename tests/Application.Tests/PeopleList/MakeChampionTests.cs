using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Tests.PeopleList;

public sealed class MakeChampionTests
{
    [Theory, EveryDatabase]
    public async Task Somebody_is_made_a_champion_once_with_the_systems_they_know_and_is_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => trust.MakeChampionAsync(trust.Colleague, null, trust.System.Id))));

        made.Should().OnlyContain(r => r.IsSuccess);
        var champion = (await db.AllAsync<Champion>()).Should().ContainSingle(c => c.StaffMemberId == trust.Colleague.Id).Subject;
        champion.Should().BeEquivalentTo(new { Status = ChampionStatus.Active, AgreedOn = Given.Today, TrustId = trust.Trust.Id });
        (await db.AllAsync<ChampionSystem>()).Should().ContainSingle(s => s.ChampionId == champion.Id && s.DigitalSystemId == trust.System.Id);
        (await db.EmailsAsync()).Should().ContainSingle().Which.Data.Should().Contain("You are a digital champion now.");
    }

    [Theory, EveryDatabase]
    public async Task Somebody_without_an_account_is_invited_as_a_champion(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        await trust.MakeChampionAsync(trust.Colleague, Desk.Administrator);

        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff, "the role of champion follows from the status");
        var email = (await db.EmailsAsync()).Should().ContainSingle().Subject;
        email.Reason.Should().Be(ReminderReason.Invitation);
        email.Data.Should().Contain("Champion");
    }

    [Theory, EveryDatabase]
    public async Task A_system_of_another_trust_is_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await trust.MakeChampionAsync(trust.Colleague, null, other.System.Id)).Error.Should().Be(PeopleErrors.SystemNotFound);
        (await trust.MakeChampionAsync(trust.Colleague, Desk.Administrator, other.System.Id)).Error.Should().Be(PeopleErrors.SystemNotFound);
        (await db.AllAsync<Champion>()).Should().NotContain(c => c.StaffMemberId == trust.Colleague.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_champion_is_paused_comes_back_and_steps_down_with_their_times_cancelled(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.ChampionPerson);
        await trust.OfferAsync();

        await trust.ChangeChampionAsync(trust.ChampionPerson, ChampionChange.Pause);
        (await db.AllAsync<Champion>()).Single().Status.Should().Be(ChampionStatus.Paused);
        await trust.ChangeChampionAsync(trust.ChampionPerson, ChampionChange.Resume);
        (await db.AllAsync<Champion>()).Single().Status.Should().Be(ChampionStatus.Active);

        (await trust.ChangeChampionAsync(trust.ChampionPerson, ChampionChange.StepDown)).Value.Should().Be(1);
        (await trust.ChangeChampionAsync(trust.ChampionPerson, ChampionChange.StepDown)).Value.Should().Be(0, "asking twice changes nothing");
        (await db.AllAsync<Champion>()).Single().Status.Should().Be(ChampionStatus.SteppedDown);
        (await db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Cancelled);
        (await db.EmailsAsync()).Should().ContainSingle().Which.Data.Should().Contain("You are no longer a digital champion.");

        (await trust.ChangeChampionAsync(trust.ChampionPerson, ChampionChange.Pause)).Error.Should().Be(ChampionErrors.NotChampion);
        (await trust.ChangeChampionAsync(trust.Colleague, ChampionChange.Pause)).Error.Should().Be(ChampionErrors.NotChampion);
        (await trust.MakeChampionAsync(trust.ChampionPerson, null, trust.System.Id)).Value.Should().Be(trust.Champion.Id, "they are the same champion again");
    }
}
