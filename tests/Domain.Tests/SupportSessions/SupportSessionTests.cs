using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Domain.Tests.SupportSessions;

public sealed class SupportSessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly TrustId Trust = New<TrustId>();
    private static readonly ChampionId Champion = New<ChampionId>();
    private static readonly StaffMemberId By = New<StaffMemberId>();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(480, true)]
    [InlineData(481, false)]
    public void It_takes_1_to_480_minutes(int minutes, bool logged) =>
        Error(Answers() with { Minutes = minutes }).Should().Be(logged ? null : SupportSessionErrors.Minutes);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(-1, false)]
    public void It_helps_1_to_200_people(int people, bool logged) =>
        Error(Answers() with { Participants = [Heads(people)] }).Should().Be(logged ? null : SupportSessionErrors.People);

    [Fact]
    public void Nobody_is_nobody_however_large_the_numbers_are()
    {
        Error(Answers() with { Participants = [] }).Should().Be(SupportSessionErrors.People);
        Error(Answers() with { Participants = [Heads(int.MaxValue), Heads(int.MaxValue)] }).Should().Be(SupportSessionErrors.People);
        Error(Answers() with { Participants = [Heads(5), Heads(0)] }).Should().Be(SupportSessionErrors.People);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "SupportSession.InFuture")]
    [InlineData(-92, null)]
    [InlineData(-93, "SupportSession.TooOld")]
    public void It_was_today_or_in_the_last_92_days(int days, string? code) =>
        Error(Answers() with { OccurredOn = Today.AddDays(days) })?.Code.Should().Be(code);

    [Fact]
    public void It_has_up_to_8_topics()
    {
        var topics = Enumerable.Range(0, 9).Select(_ => New<SupportTopicId>()).ToList();

        Error(Answers() with { Topics = topics }).Should().Be(SupportSessionErrors.TooManyTopics);
        Log(Answers() with { Topics = topics[..8] }).Topics.Should().HaveCount(8);
    }

    [Fact]
    public void A_note_holds_200_characters_and_no_NHS_number()
    {
        Log(Answers() with { Note = " " + new string('a', 200) + " " }).Note.Should().HaveLength(200);
        Error(Answers() with { Note = new string('a', 201) })!.Code.Should().Be("FreeText.TooLong");
        Error(Answers() with { Note = "Bed 4, 943 476 5919" })!.Code.Should().Be("FreeText.NhsNumber");
    }

    [Fact]
    public void People_are_head_counts_and_named_colleagues_added_up()
    {
        var session = Log(Answers() with
        {
            Participants = [Heads(3, StaffGroup.Students), new ParticipantAnswer(7, StaffGroup.MedicalAndDental, By), Heads(2)],
        });

        session.People.Should().Be(6);
        session.Participants.Select(p => (p.Position, p.People)).Should().Equal((1, 3), (2, 1), (3, 2));
    }

    [Fact]
    public void It_says_what_became_of_its_booking()
    {
        Log(Answers()).Attendance.Should().Be(BookingStatus.Attended);
        Log(Answers() with { Outcome = SessionOutcome.NotHeld }).Attendance.Should().Be(BookingStatus.StaffDidNotAttend);
    }

    [Fact]
    public void An_edit_remembers_who_changed_which_answers_and_when()
    {
        var ward = New<WardId>();
        var session = Log(Answers() with { Note = "First" });

        session.Edit(
            Answers() with { Minutes = 30, Outcome = SessionOutcome.NeedsFollowUp, Ward = ward, Note = "Second", Participants = [Heads(4)] }, By, Today, Now.AddDays(1))
            .IsSuccess.Should().BeTrue();

        var revision = session.Revisions.Should().ContainSingle().Subject;
        (revision.Number, revision.ChangedById, revision.ChangedAt).Should().Be((1, By, Now.AddDays(1)));
        revision.Changes.Should().Equal(
            new SessionChange(SessionAnswer.Ward, null, ward.Value.ToString()),
            new SessionChange(SessionAnswer.People, "1", "4"),
            new SessionChange(SessionAnswer.Minutes, "15", "30"),
            new SessionChange(SessionAnswer.Outcome, "Resolved", "NeedsFollowUp"),
            new SessionChange(SessionAnswer.Note));
        (session.Minutes, session.People, session.Note, session.WardId).Should().Be((30, 4, "Second", ward));
    }

    [Fact]
    public void Every_answer_has_a_name_in_the_history_and_lists_count_as_sets()
    {
        SupportTopicId[] topics = [New<SupportTopicId>(), New<SupportTopicId>()];
        var session = Log(Answers() with { Topics = topics, Barriers = [Barrier.NoTime, Barrier.Skills] });

        session.HasAnswers(Answers() with { Topics = [.. topics.Reverse()], Barriers = [Barrier.Skills, Barrier.NoTime] }).Should().BeTrue();
        session.Edit(
            new SessionAnswers(
                Today.AddDays(-1), New<WardId>(), New<DigitalSystemId>(), 20, SupportMode.Phone, SessionOutcome.Referred, [topics[0]],
                [Heads(1, StaffGroup.Students)], [Barrier.NoDevice], "Note", SupportKind.Tuition, DoneBy.LearnerDidIt),
            By, Today, Now, withFollowUp: true);

        session.Revisions[0].Changes.Select(c => c.Answer).Should().BeEquivalentTo(Enum.GetValues<SessionAnswer>());
        session.Barriers.Select(b => b.Barrier).Should().Equal(Barrier.NoDevice);
    }

    [Fact]
    public void The_same_answers_again_change_nothing()
    {
        var session = Log(Answers() with { Note = "First" });
        var version = session.Version;

        session.Edit(Answers() with { Note = "  First " }, By, Today, Now);

        session.Revisions.Should().BeEmpty();
        session.Version.Should().Be(version);
        session.HasAnswers(Answers() with { Note = "First" }).Should().BeTrue();
        session.HasAnswers(Answers()).Should().BeFalse();
    }

    [Fact]
    public void It_can_be_changed_for_7_days()
    {
        var session = Log(Answers());

        session.Edit(Answers() with { Minutes = 20 }, By, Today, Now.AddDays(7).AddTicks(-1)).IsSuccess.Should().BeTrue();
        session.Edit(Answers() with { Minutes = 25 }, By, Today, Now.AddDays(7)).Error.Should().Be(SupportSessionErrors.NoLongerEditable);
        session.Minutes.Should().Be(20);
    }

    [Fact]
    public void One_logged_on_its_last_possible_day_stays_changeable_but_cannot_move_further_back()
    {
        var oldest = Today.AddDays(-SupportSession.LogWithinDays);
        var session = Log(Answers() with { OccurredOn = oldest });
        var later = Today.AddDays(3);

        session.Edit(Answers() with { OccurredOn = oldest, Minutes = 20 }, By, later, Now.AddDays(3)).IsSuccess.Should().BeTrue();
        session.Edit(Answers() with { OccurredOn = oldest.AddDays(1) }, By, later, Now.AddDays(3)).Error.Should().Be(SupportSessionErrors.TooOld);
    }

    [Fact]
    public void It_can_be_undone_once_within_10_minutes()
    {
        var session = Log(Answers());
        session.Undo(Now.AddMinutes(10)).Error.Should().Be(SupportSessionErrors.NoLongerUndoable);

        session.Undo(Now.AddMinutes(10).AddTicks(-1)).IsSuccess.Should().BeTrue();

        session.UndoneAt.Should().NotBeNull();
        session.Undo(Now).Error.Should().Be(SupportSessionErrors.AlreadyUndone);
        session.Edit(Answers(), By, Today, Now).Error.Should().Be(SupportSessionErrors.AlreadyUndone);
        session.IsEditableAt(Now).Should().BeFalse();
    }

    private static TId New<TId>() where TId : struct, IId<TId> => Id.New<TId>(Now);

    private static ParticipantAnswer Heads(int people, StaffGroup? group = null) => new(people, group, null);

    private static SessionAnswers Answers() =>
        new(Today, null, null, 15, SupportMode.InPersonOnWard, SessionOutcome.Resolved, [], [Heads(1)], [], null);

    private static Result<SupportSession> TryLog(SessionAnswers answers) =>
        SupportSession.Log(Trust, Champion, By, answers, null, Guid.CreateVersion7(Now), Today, Now);

    private static Error? Error(SessionAnswers answers) => TryLog(answers).Error;

    private static SupportSession Log(SessionAnswers answers) => TryLog(answers).Value;
}
