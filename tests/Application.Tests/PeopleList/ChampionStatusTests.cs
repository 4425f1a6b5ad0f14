using Champions.Domain.Champions;

namespace Champions.Application.Tests.PeopleList;

public sealed class ChampionStatusTests
{
    private readonly TrustId trust = new(Guid.CreateVersion7(Given.Now));
    private readonly WardId ward = new(Guid.CreateVersion7(Given.Now));

    [Fact]
    public void A_champion_pauses_and_comes_back_and_asking_twice_changes_nothing()
    {
        var champion = Given.Champion(Given.Person(trust));

        champion.Pause().IsSuccess.Should().BeTrue();
        champion.Pause().IsSuccess.Should().BeTrue();
        champion.Status.Should().Be(ChampionStatus.Paused);

        champion.Resume().IsSuccess.Should().BeTrue();
        champion.Status.Should().Be(ChampionStatus.Active);
    }

    [Fact]
    public void Stepping_down_ends_what_runs_today_and_calls_off_what_has_not_begun()
    {
        var champion = Given.Champion(Given.Person(trust));
        var running = champion.Assign(ward, Given.Today, null, Given.Today, Given.Now).Value;
        var coming = champion.Assign(new WardId(Guid.CreateVersion7(Given.Now)), Given.Today.AddDays(7), null, Given.Today, Given.Now).Value;
        var ending = champion.Assign(new WardId(Guid.CreateVersion7(Given.Now)), Given.Today, Given.Today, Given.Today, Given.Now).Value;

        champion.StepDown(Given.Today.AddDays(1));

        champion.Status.Should().Be(ChampionStatus.SteppedDown);
        running.Until.Should().Be(Given.Today.AddDays(1));
        coming.IsCalledOff.Should().BeTrue();
        ending.Until.Should().Be(Given.Today, "it had ended before");
    }

    [Fact]
    public void Somebody_who_stepped_down_is_neither_paused_nor_resumed_but_may_agree_again()
    {
        var champion = Given.Champion(Given.Person(trust));
        champion.StepDown(Given.Today);

        champion.Pause().Error.Should().Be(ChampionErrors.NotChampion);
        champion.Resume().Error.Should().Be(ChampionErrors.NotChampion);
        champion.Status.Should().Be(ChampionStatus.SteppedDown);

        champion.AgreeAgain(Given.Today);
        champion.Status.Should().Be(ChampionStatus.Active);
        champion.AgreedOn.Should().Be(Given.Today);
    }

    [Fact]
    public void Agreeing_again_does_not_wake_a_champion_who_is_paused()
    {
        var champion = Given.Champion(Given.Person(trust));
        _ = champion.Pause();

        champion.AgreeAgain(Given.Today);

        champion.Status.Should().Be(ChampionStatus.Paused);
        champion.AgreedOn.Should().Be(Given.Today.AddMonths(-6));
    }

    [Fact]
    public void A_champion_knows_the_systems_named_last()
    {
        var (records, rota) = (Given.System(trust), Given.System(trust, "Rota"));
        var champion = Given.Champion(Given.Person(trust), records);
        var version = champion.Version;

        champion.Know([records.Id]);
        champion.Version.Should().Be(version, "nothing has changed");

        champion.Know([rota.Id]);
        champion.Systems.Select(s => s.DigitalSystemId).Should().Equal(rota.Id);
    }
}
