using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;

namespace Champions.Domain.Tests.FollowUps;

public sealed class FollowUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void It_is_due_today_or_within_a_year()
    {
        Open(Today.AddDays(-1)).Error.Should().Be(FollowUpErrors.DueInPast);
        Open(Today).IsSuccess.Should().BeTrue();
        Open(Today.AddYears(1)).IsSuccess.Should().BeTrue();
        Open(Today.AddYears(1).AddDays(1)).Error.Should().Be(FollowUpErrors.DueTooLate);
    }

    [Fact]
    public void It_says_what_is_to_be_done_without_patient_details()
    {
        Open(what: " ").Error.Should().Be(FollowUpErrors.WhatNeeded);
        Open(what: new string('a', 201)).Error!.Code.Should().Be("FreeText.TooLong");
        Open(what: "See 943 476 5919 again").Error!.Code.Should().Be("FreeText.NhsNumber");
        Open(what: " Show labels ").Value.What.Should().Be("Show labels");
    }

    [Fact]
    public void It_is_overdue_from_the_day_after_while_it_is_open()
    {
        var followUp = Open(Today).Value;

        followUp.IsOverdueOn(Today).Should().BeFalse();
        followUp.IsOverdueOn(Today.AddDays(1)).Should().BeTrue();
        followUp.Complete(SessionOutcome.Resolved, null, Now);
        followUp.IsOverdueOn(Today.AddDays(1)).Should().BeFalse();
    }

    [Fact]
    public void It_is_closed_once_with_an_outcome_that_ends_it()
    {
        var followUp = Open().Value;
        followUp.Complete(null, null, Now).Error.Should().Be(FollowUpErrors.OutcomeNeeded);
        followUp.Complete(SessionOutcome.NeedsFollowUp, null, Now).Error.Should().Be(FollowUpErrors.OutcomeNeeded);
        followUp.Complete((SessionOutcome)99, null, Now).Error.Should().Be(FollowUpErrors.OutcomeNeeded);
        followUp.Complete(SessionOutcome.Resolved, "943 476 5919", Now).Error!.Code.Should().Be("FreeText.NhsNumber");
        followUp.Status.Should().Be(FollowUpStatus.Open);

        followUp.Complete(SessionOutcome.PartlyResolved, " Did two of three ", Now).IsSuccess.Should().BeTrue();

        (followUp.Status, followUp.Outcome, followUp.ClosingNote, followUp.ClosedAt)
            .Should().Be((FollowUpStatus.Done, SessionOutcome.PartlyResolved, "Did two of three", Now));
        followUp.Complete(SessionOutcome.Resolved, null, Now).Error.Should().Be(FollowUpErrors.NotOpen);
        followUp.Cancel(Now).Error.Should().Be(FollowUpErrors.NotOpen);
    }

    [Fact]
    public void It_can_be_cancelled_while_it_is_open()
    {
        var followUp = Open().Value;

        followUp.Cancel(Now).IsSuccess.Should().BeTrue();

        (followUp.Status, followUp.Outcome, followUp.ClosedAt).Should().Be((FollowUpStatus.Cancelled, null, Now));
    }

    private static Result<FollowUp> Open(DateOnly? due = null, string what = "Show labels") => FollowUp.Open(
        Id.New<TrustId>(Now), Id.New<SupportSessionId>(Now), Id.New<ChampionId>(Now), due ?? Today, what, Today, Now);
}
