using Champions.Domain.Champions;
using Champions.Domain.Common;

namespace Champions.Domain.Tests.Assignments;

public sealed class AssigningTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly WardId ward = Id.New<WardId>(Now);
    private readonly Champion champion = Champion.Agree(Id.New<TrustId>(Now), Id.New<StaffMemberId>(Now), Today.AddMonths(-6), Now);

    [Fact]
    public void A_champion_is_put_on_a_ward_and_it_is_said_what_happened()
    {
        var before = champion.Version;

        var assigned = Assign(Today, until: null);

        assigned.IsSuccess.Should().BeTrue();
        champion.Assignments.Should().ContainSingle().Which.Should().Be(assigned.Value);
        assigned.Value.Should().BeEquivalentTo(new { champion.TrustId, ChampionId = champion.Id, WardId = ward, From = Today, Until = (DateOnly?)null });
        champion.Events.Should().Equal(new AssignmentStarted(champion.TrustId, champion.Id, assigned.Value.Id));
        champion.Version.Should().BeGreaterThan(before, "two coordinators must not both win");
    }

    [Fact]
    public void A_champion_who_is_paused_is_not_assigned()
    {
        champion.Pause();

        Assign(Today, until: null).Error.Should().Be(ChampionErrors.NotActive);

        champion.Assignments.Should().BeEmpty();
        champion.Events.Should().BeEmpty();
    }

    public static TheoryData<DateOnly, DateOnly?, Error> WrongDays => new()
    {
        { Today.AddDays(-1), null, ChampionErrors.FromTooEarly },
        { DateOnly.MinValue, null, ChampionErrors.FromTooEarly },
        { Today.AddYears(1).AddDays(1), null, ChampionErrors.FromTooLate },
        { DateOnly.MaxValue, null, ChampionErrors.FromTooLate },
        { Today.AddDays(3), Today.AddDays(2), ChampionErrors.UntilBeforeFrom },
        { Today, Today.AddYears(5).AddDays(1), ChampionErrors.UntilTooLate },
        { Today, DateOnly.MaxValue, ChampionErrors.UntilTooLate },
    };

    [Theory, MemberData(nameof(WrongDays))]
    public void Days_that_make_no_sense_are_refused(DateOnly from, DateOnly? until, Error error)
    {
        Assign(from, until).Error.Should().Be(error);

        champion.Assignments.Should().BeEmpty();
    }

    [Fact]
    public void The_first_and_the_last_possible_days_are_taken()
    {
        Assign(Today, Today).IsSuccess.Should().BeTrue();
        Assign(Today.AddYears(1), Today.AddYears(5)).IsSuccess.Should().BeTrue();
    }

    /// <summary>There is one assignment already, from day 10 to day 20.</summary>
    [Theory]
    [InlineData(0, 9, false)]
    [InlineData(0, 10, true)]
    [InlineData(12, 15, true)]
    [InlineData(20, 30, true)]
    [InlineData(21, 30, false)]
    [InlineData(5, 25, true)]
    [InlineData(21, null, false)]
    [InlineData(20, null, true)]
    [InlineData(0, null, true)]
    public void Days_of_one_champion_on_one_ward_never_overlap(int from, int? until, bool overlaps)
    {
        Assign(Today.AddDays(10), Today.AddDays(20)).IsSuccess.Should().BeTrue();

        var second = Assign(Today.AddDays(from), until is { } days ? Today.AddDays(days) : null);

        second.Error.Should().Be(overlaps ? ChampionErrors.AlreadyAssigned : null);
        champion.Assignments.Should().HaveCount(overlaps ? 1 : 2);
    }

    [Fact]
    public void An_assignment_without_an_end_leaves_no_day_for_another()
    {
        Assign(Today.AddDays(10), until: null).IsSuccess.Should().BeTrue();

        Assign(Today.AddDays(300), Today.AddDays(301)).Error.Should().Be(ChampionErrors.AlreadyAssigned);
        Assign(Today, Today.AddDays(9)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void The_same_days_on_another_ward_are_free()
    {
        Assign(Today, until: null).IsSuccess.Should().BeTrue();

        champion.Assign(Id.New<WardId>(Now), Today, until: null, Today, Now).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void A_champion_may_come_back_to_a_ward()
    {
        var first = Assign(Today, until: null).Value;
        champion.EndAssignment(first.Id, Today, Today).IsSuccess.Should().BeTrue();

        Assign(Today.AddDays(1), until: null).IsSuccess.Should().BeTrue();

        champion.Assignments.Should().HaveCount(2);
    }

    [Fact]
    public void A_look_beforehand_says_the_same_and_changes_nothing()
    {
        champion.CheckAssignment(ward, Today, until: null, Today).Should().BeNull();
        champion.CheckAssignment(ward, Today.AddDays(-1), until: null, Today).Should().Be(ChampionErrors.FromTooEarly);

        champion.Assignments.Should().BeEmpty();
        champion.Version.Should().Be(0);
    }

    private Result<WardAssignment> Assign(DateOnly from, DateOnly? until) => champion.Assign(ward, from, until, Today, Now);
}
