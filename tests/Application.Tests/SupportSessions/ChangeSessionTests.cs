using Champions.Application.Abstractions;
using Champions.Application.SupportSessions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.SupportSessions;

public sealed class ChangeSessionTests
{
    [Theory, EveryDatabase]
    public async Task Undoing_gives_the_booking_back_and_cancels_the_follow_up(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();
        var key = Guid.CreateVersion7(Given.Now);
        var entry = trust.Entry(outcome: SessionOutcome.NeedsFollowUp);
        var id = (await trust.LogAsync(entry, booking: booking, followUp: Entries.Promise(), key: key)).Value;

        (await UndoAsync(trust, id)).IsSuccess.Should().BeTrue();

        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Booked);
        (await db.AllAsync<FollowUp>())[0].Status.Should().Be(FollowUpStatus.Cancelled);
        (await db.AllAsync<SupportSession>())[0].UndoneAt.Should().Be(db.Clock.Now);
        (await UndoAsync(trust, id)).Error.Should().Be(SupportSessionErrors.AlreadyUndone);

        (await trust.LogAsync(entry, booking: booking, followUp: Entries.Promise(), key: key)).Error.Should().Be(SupportSessionErrors.AlreadyUndone);
        (await trust.LogAsync(entry, booking: booking, followUp: Entries.Promise())).IsSuccess.Should().BeTrue();
        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Attended);
    }

    [Theory, EveryDatabase]
    public async Task After_ten_minutes_nothing_is_undone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();
        var id = (await trust.LogAsync(booking: booking)).Value;
        db.Clock.Advance(TimeSpan.FromMinutes(10));

        (await UndoAsync(trust, id)).Error.Should().Be(SupportSessionErrors.NoLongerUndoable);

        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Attended);
    }

    [Theory, EveryDatabase]
    public async Task An_edit_stores_every_answer_and_its_history(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var id = (await trust.LogAsync(trust.Entry(people: 3))).Value;
        var entry = trust.Entry(30, SessionOutcome.NeedsFollowUp, 5, note: "Two came late") with
        {
            Ward = trust.OtherWard.Id,
            System = null,
            Topics = [],
            Barriers = [Domain.SupportSessions.Barrier.NoTime],
            People = new HelpedPeople(5, new Dictionary<Domain.Staff.StaffGroup, int> { [Domain.Staff.StaffGroup.Students] = 2 }, [trust.Colleague.Email]),
        };

        (await EditAsync(trust, id, version: 0, entry, Entries.Promise())).IsSuccess.Should().BeTrue();

        var details = await FindAsync(trust, id);
        (details.Facts.Minutes, details.Facts.People, details.Facts.WardId, details.Facts.DigitalSystemId, details.Facts.Note)
            .Should().Be((30, 5, trust.OtherWard.Id, null, "Two came late"));
        details.Facts.Topics.Should().BeEmpty();
        details.People.Select(p => p.People).Should().Equal(2, 1, 2);
        details.FollowUps.Should().ContainSingle();
        var history = await db.As(trust.AsChampion, (SessionQueries queries) => queries.HistoryAsync(id, default));
        var revision = history.Revisions.Should().ContainSingle().Subject;
        revision.By.Should().Be("Amara Osei");
        revision.Changes.Should().Contain(new SessionChange(SessionAnswer.Minutes, "15", "30"))
            .And.Contain(new SessionChange(SessionAnswer.FollowUp));
        var ward = revision.Changes.Single(c => c.Answer == SessionAnswer.Ward);
        (history.Names[ward.From!], history.Names[ward.To!]).Should().Be(("Maple Ward", "Theatre Recovery"));
    }

    [Theory, EveryDatabase]
    public async Task A_stale_form_changes_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var id = (await trust.LogAsync()).Value;
        (await EditAsync(trust, id, version: 0, trust.Entry(30))).IsSuccess.Should().BeTrue();

        (await EditAsync(trust, id, version: 0, trust.Entry(45))).Error.Should().Be(SupportSessionErrors.Changed);

        (await FindAsync(trust, id)).Facts.Minutes.Should().Be(30);
    }

    [Theory, EveryDatabase]
    public async Task Forms_of_one_version_saved_at_once_are_one_change(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var id = (await trust.LogAsync()).Value;
        var entry = trust.Entry(outcome: SessionOutcome.NeedsFollowUp);

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => EditAsync(trust, id, 0, entry with { Minutes = 20 + n }, Entries.Promise())));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Should().OnlyContain(r => r.Error == SupportSessionErrors.Changed);
        (await db.AllAsync<FollowUp>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task An_outcome_that_changes_changes_the_booking(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();
        var id = (await trust.LogAsync(booking: booking)).Value;

        await EditAsync(trust, id, 0, trust.Entry(outcome: SessionOutcome.NotHeld));

        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.StaffDidNotAttend);
    }

    [Theory, EveryDatabase]
    public async Task A_session_that_has_its_follow_up_gets_no_second_one(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var entry = trust.Entry(outcome: SessionOutcome.NeedsFollowUp);
        var id = (await trust.LogAsync(entry, followUp: Entries.Promise())).Value;

        (await EditAsync(trust, id, 0, entry with { Minutes = 30 }, Entries.Promise(9))).IsSuccess.Should().BeTrue();

        (await db.AllAsync<FollowUp>()).Should().ContainSingle().Which.DueOn.Should().Be(Given.Today.AddDays(7));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_champion_or_the_coordinator_who_logged_it_may_change_a_session(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.HelpdeskAgent);
        await db.SaveAsync(second);
        var asSecond = trust.AsHelpdesk with { ChampionId = second.Id, Roles = Roles.Champion };
        var own = (await trust.LogAsync()).Value;
        var onBehalf = (await trust.LogAsync(actor: trust.AsCoordinator, champion: trust.Champion.Id)).Value;

        (await EditAsync(trust, own, 0, trust.Entry(30), actor: asSecond)).Error.Should().Be(SupportSessionErrors.NotFound);
        (await EditAsync(trust, own, 0, trust.Entry(30), actor: trust.AsCoordinator)).Error.Should().Be(SupportSessionErrors.NotFound);
        (await UndoAsync(trust, own, trust.AsCoordinator)).Error.Should().Be(SupportSessionErrors.NotFound);
        (await UndoAsync(trust, own, other.AsCoordinator)).Error.Should().Be(SupportSessionErrors.NotFound);
        (await EditAsync(trust, own, 0, trust.Entry(30), actor: other.AsChampion)).Error.Should().Be(SupportSessionErrors.NotFound);
        (await EditAsync(trust, onBehalf, 0, trust.Entry(30), actor: trust.AsCoordinator)).IsSuccess.Should().BeTrue();
        (await UndoAsync(trust, onBehalf, trust.AsChampion)).IsSuccess.Should().BeTrue();
    }

    private static Task<Result<SupportSessionId>> EditAsync(
        SmallTrust trust, SupportSessionId id, int version, SessionEntry entry, NewFollowUp? followUp = null, Actor? actor = null) =>
        trust.Db.As(
            actor ?? trust.AsChampion,
            (EditSessionHandler handler) => handler.HandleAsync(new EditSession(id, version, entry, followUp), actor ?? trust.AsChampion, default));

    private static Task<Result<SupportSessionId>> UndoAsync(SmallTrust trust, SupportSessionId id, Actor? actor = null) =>
        trust.Db.As(
            actor ?? trust.AsChampion,
            (UndoSessionHandler handler) => handler.HandleAsync(new UndoSession(id), actor ?? trust.AsChampion, default));

    private static async Task<SessionDetails> FindAsync(SmallTrust trust, SupportSessionId id) =>
        (await trust.Db.As(trust.AsChampion, (SessionQueries queries) => queries.FindAsync(id, trust.AsChampion, default))).Value;
}
