using Champions.Domain.Champions;
using Champions.Domain.Common;

namespace Champions.Domain.Tests.Assignments;

public sealed class EndingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly WardId ward = Id.New<WardId>(Now);
    private readonly Champion champion = Champion.Agree(Id.New<TrustId>(Now), Id.New<StaffMemberId>(Now), Today.AddMonths(-6), Now);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void An_assignment_gets_its_last_day(int inDays)
    {
        var assignment = Assign(Today.AddDays(-5), until: null);
        var before = champion.Version;

        champion.EndAssignment(assignment.Id, Today.AddDays(inDays), Today).IsSuccess.Should().BeTrue();

        assignment.Until.Should().Be(Today.AddDays(inDays));
        champion.Version.Should().BeGreaterThan(before);
        champion.Assignments.Should().ContainSingle("assignments are closed and never deleted");
    }

    [Fact]
    public void It_cannot_end_in_the_past()
    {
        var assignment = Assign(Today.AddDays(-5), until: null);

        champion.EndAssignment(assignment.Id, Today.AddDays(-1), Today).Error.Should().Be(ChampionErrors.EndTooEarly);

        assignment.Until.Should().BeNull();
    }

    [Fact]
    public void It_cannot_end_in_a_year_that_nobody_meant()
    {
        var assignment = Assign(Today, until: null);

        champion.EndAssignment(assignment.Id, DateOnly.MaxValue, Today).Error.Should().Be(ChampionErrors.UntilTooLate);
    }

    [Fact]
    public void One_that_has_ended_stays_ended()
    {
        var assignment = Assign(Today.AddDays(-5), Today.AddDays(-1));

        champion.EndAssignment(assignment.Id, Today, Today).Error.Should().Be(ChampionErrors.AssignmentEnded);

        assignment.Until.Should().Be(Today.AddDays(-1));
    }

    [Fact]
    public void Asking_twice_changes_nothing()
    {
        var assignment = Assign(Today, until: null);
        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();
        var before = champion.Version;

        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();

        champion.Version.Should().Be(before);
    }

    [Fact]
    public void One_that_never_began_is_called_off_and_has_no_day()
    {
        var assignment = Assign(Today.AddDays(7), until: null);

        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();

        assignment.IsCalledOff.Should().BeTrue();
        assignment.Until.Should().Be(Today.AddDays(6));
    }

    [Fact]
    public void Calling_off_twice_changes_nothing()
    {
        var assignment = Assign(Today.AddDays(7), until: null);
        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();

        champion.EndAssignment(assignment.Id, Today.AddDays(3), Today).IsSuccess.Should().BeTrue();

        assignment.Until.Should().Be(Today.AddDays(6));
    }

    [Fact]
    public void One_that_was_called_off_does_not_come_back_to_life()
    {
        var assignment = Assign(Today.AddDays(7), until: null);
        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();

        champion.EndAssignment(assignment.Id, Today.AddDays(20), Today).Error.Should().Be(ChampionErrors.AssignmentEnded);

        assignment.IsCalledOff.Should().BeTrue();
    }

    [Fact]
    public void One_that_was_called_off_is_in_nobodys_way()
    {
        var assignment = Assign(Today.AddDays(7), until: null);
        champion.EndAssignment(assignment.Id, Today, Today).IsSuccess.Should().BeTrue();

        champion.Assign(ward, Today, until: null, Today, Now).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void A_later_last_day_must_not_reach_into_the_next_assignment()
    {
        var first = Assign(Today, Today.AddDays(5));
        _ = Assign(Today.AddDays(10), until: null);

        champion.EndAssignment(first.Id, Today.AddDays(10), Today).Error.Should().Be(ChampionErrors.AlreadyAssigned);
        champion.EndAssignment(first.Id, Today.AddDays(9), Today).IsSuccess.Should().BeTrue();

        first.Until.Should().Be(Today.AddDays(9));
    }

    [Fact]
    public void An_unknown_assignment_is_not_found()
    {
        champion.EndAssignment(Id.New<WardAssignmentId>(Now), Today, Today).Error.Should().Be(ChampionErrors.AssignmentNotFound);
    }

    /// <summary>As if it had been made on its first day, or today for one to come.</summary>
    private WardAssignment Assign(DateOnly from, DateOnly? until) =>
        champion.Assign(ward, from, until, from < Today ? from : Today, Now).Value;
}
