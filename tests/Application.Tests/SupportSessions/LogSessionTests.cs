using Champions.Application.SupportSessions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.SupportSessions;

public sealed class LogSessionTests
{
    [Theory, EveryDatabase]
    public async Task Session_follow_up_and_attendance_are_stored_together(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();

        var id = (await trust.LogAsync(trust.Entry(outcome: SessionOutcome.NeedsFollowUp), booking: booking, followUp: Entries.Promise())).Value;

        var session = (await db.AllAsync<SupportSession>()).Should().ContainSingle().Subject;
        (session.Id, session.BookingId, session.ChampionId, session.LoggedById).Should().Be((id, booking, trust.Champion.Id, trust.ChampionPerson.Id));
        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Attended);
        var followUp = (await db.AllAsync<FollowUp>()).Should().ContainSingle().Subject;
        (followUp.SupportSessionId, followUp.OwnerId, followUp.DueOn).Should().Be((id, trust.Champion.Id, Given.Today.AddDays(7)));
    }

    [Theory, EveryDatabase]
    public async Task A_rule_broken_at_the_end_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();

        var missing = await trust.LogAsync(trust.Entry(outcome: SessionOutcome.NeedsFollowUp), booking: booking);
        var past = await trust.LogAsync(trust.Entry(outcome: SessionOutcome.NeedsFollowUp), booking: booking, followUp: Entries.Promise(days: -1));

        (missing.Error, past.Error).Should().Be((FollowUpErrors.Needed, FollowUpErrors.DueInPast));
        (await db.AllAsync<SupportSession>()).Should().BeEmpty();
        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.Booked);
    }

    [Theory, EveryDatabase]
    public async Task A_session_that_was_not_held_marks_the_booker_as_absent(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();

        await trust.LogAsync(trust.Entry(outcome: SessionOutcome.NotHeld), booking: booking);

        (await db.AllAsync<Booking>())[0].Status.Should().Be(BookingStatus.StaffDidNotAttend);
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_again_is_the_same_session_and_other_answers_are_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var key = Guid.CreateVersion7(Given.Now);
        var entry = trust.Entry(outcome: SessionOutcome.NeedsFollowUp, note: " With the night team ");

        var first = await trust.LogAsync(entry, followUp: Entries.Promise(), key: key);
        var again = await trust.LogAsync(entry, followUp: Entries.Promise(), key: key);
        var longer = await trust.LogAsync(entry with { Minutes = 30 }, followUp: Entries.Promise(), key: key);
        var later = await trust.LogAsync(entry, followUp: Entries.Promise(days: 8), key: key);

        again.Value.Should().Be(first.Value);
        longer.Error.Should().Be(SupportSessionErrors.SameKeyOtherContent);
        later.Error.Should().Be(SupportSessionErrors.SameKeyOtherContent);
        (await db.AllAsync<SupportSession>()).Should().ContainSingle();
        (await db.AllAsync<FollowUp>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_many_times_at_once_counts_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var key = Guid.CreateVersion7(Given.Now);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trust.LogAsync(key: key)));

        results.Should().OnlyContain(r => r.IsSuccess);
        results.Select(r => r.Value).Distinct().Should().ContainSingle();
        (await db.AllAsync<SupportSession>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_that_log_one_booking_make_one_session(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var booking = await trust.StartedBookingAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trust.LogAsync(booking: booking)));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Should().OnlyContain(r => r.Error == SupportSessionErrors.BookingAlreadyLogged);
        (await db.AllAsync<SupportSession>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_has_not_started_or_was_cancelled_is_not_logged(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion, Given.Now.AddHours(1), capacity: 2);
        var coming = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        var cancelled = slot.Book(trust.HelpdeskAgent.Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(cancelled.Id, byChampion: false, reason: null, Given.Now);
        await db.SaveAsync(slot);

        (await trust.LogAsync(booking: coming.Id)).Error.Should().Be(HelpSlotErrors.NotYetStarted);
        db.Clock.Advance(TimeSpan.FromHours(2));
        (await trust.LogAsync(booking: cancelled.Id)).Error.Should().Be(HelpSlotErrors.BookingClosed);
        (await trust.LogAsync(booking: coming.Id)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_coordinator_logs_for_a_champion_of_the_trust_and_a_champion_only_for_themselves(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.Colleague);
        await db.SaveAsync(second);

        (await trust.LogAsync(actor: trust.AsCoordinator)).Error.Should().Be(SupportSessionErrors.ChampionNeeded);
        (await trust.LogAsync(actor: trust.AsCoordinator, champion: other.Champion.Id)).Error.Should().Be(SupportSessionErrors.ChampionNeeded);
        (await trust.LogAsync(actor: trust.AsChampion, champion: second.Id)).Error.Should().Be(SupportSessionErrors.MayNotLog);
        (await trust.LogAsync(actor: trust.AsStaff)).Error.Should().Be(SupportSessionErrors.MayNotLog);
        (await trust.LogAsync(actor: trust.AsCoordinator, champion: second.Id)).IsSuccess.Should().BeTrue();

        var session = (await db.AllAsync<SupportSession>()).Should().ContainSingle().Subject;
        (session.ChampionId, session.LoggedById).Should().Be((second.Id, trust.Coordinator.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_booking_of_another_champion_or_another_trust_is_unknown(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.HelpdeskAgent);
        await db.SaveAsync(second);
        var asSecond = trust.AsHelpdesk with { ChampionId = second.Id, Roles = Roles.Champion };
        var booking = await trust.StartedBookingAsync();
        var foreign = await other.StartedBookingAsync();

        (await trust.LogAsync(actor: asSecond, booking: booking)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await trust.LogAsync(booking: foreign)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await trust.LogAsync(actor: trust.AsCoordinator, booking: foreign)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
    }

    [Theory, EveryDatabase]
    public async Task What_belongs_to_another_trust_is_not_on_the_list(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var entry = trust.Entry();

        (await trust.LogAsync(entry with { Ward = other.Ward.Id })).Error.Should().Be(SupportSessionErrors.WardUnknown);
        (await trust.LogAsync(entry with { System = other.System.Id })).Error.Should().Be(SupportSessionErrors.SystemUnknown);
        (await trust.LogAsync(entry with { Topics = [trust.Topic.Id, other.Topic.Id] })).Error.Should().Be(SupportSessionErrors.TopicUnknown);
        (await trust.LogAsync(entry with { People = Named(1, other.Colleague.Email) })).Error!.Code
            .Should().Be(SupportSessionErrors.ColleagueUnknown("").Code);
        (await db.AllAsync<SupportSession>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Colleagues_are_found_by_email_and_the_rest_is_counted(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var people = new HelpedPeople(
            6, new Dictionary<StaffGroup, int> { [StaffGroup.Students] = 3 }, [trust.Colleague.Email.ToUpperInvariant(), " " + trust.Colleague.Email]);

        var id = (await trust.LogAsync(trust.Entry() with { People = people })).Value;

        var details = (await db.As(trust.AsChampion, (SessionQueries queries) => queries.FindAsync(id, trust.AsChampion, default))).Value;
        details.Facts.People.Should().Be(6);
        details.People.Should().Equal(
            new HelpedRow(3, StaffGroup.Students, null, null),
            new HelpedRow(1, StaffGroup.AlliedHealthProfessionals, "Tom Reid", trust.Colleague.Email),
            new HelpedRow(2, null, null, null));
    }

    [Theory, EveryDatabase]
    public async Task More_people_listed_than_helped_do_not_add_up(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await trust.LogAsync(trust.Entry() with { People = Named(1, trust.Colleague.Email, trust.Coordinator.Email) })).Error
            .Should().Be(SupportSessionErrors.PeopleDoNotAddUp);
        (await trust.LogAsync(trust.Entry() with { People = Named(2, trust.Colleague.Email, trust.Coordinator.Email) })).IsSuccess.Should().BeTrue();
    }

    private static HelpedPeople Named(int total, params string[] emails) => new(total, new Dictionary<StaffGroup, int>(), emails);
}
