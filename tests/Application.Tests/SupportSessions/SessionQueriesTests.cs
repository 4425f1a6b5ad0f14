using System.Text;
using Champions.Application.Abstractions;
using Champions.Application.Home;
using Champions.Application.SupportSessions;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport;
using Champions.TestSupport.Databases;

namespace Champions.Application.Tests.SupportSessions;

public sealed class SessionQueriesTests
{
    [Theory, EveryDatabase]
    public async Task The_totals_of_a_list_are_those_of_its_filter_and_not_of_its_page(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync([.. Enumerable.Range(0, 21).Select(n => Session(trust.Champion, Given.Today.AddDays(-n), people: 2))]);

        var first = await ListAsync(trust, SessionFilter.Everything, trust.AsCoordinator);
        var second = await ListAsync(trust, SessionFilter.Everything, trust.AsCoordinator, page: 2);
        var beyond = await ListAsync(trust, SessionFilter.Everything, trust.AsCoordinator, page: int.MaxValue);

        (first.Sessions.Total, first.PeopleHelped, first.Sessions.Count, first.Sessions.Rows.Count).Should().Be((21, 42, 2, 20));
        first.Sessions.Rows.Select(r => r.OccurredOn).Should().BeInDescendingOrder();
        second.Sessions.Rows.Should().ContainSingle().Which.OccurredOn.Should().Be(Given.Today.AddDays(-20));
        (beyond.Sessions.Total, beyond.Sessions.Rows.Count, beyond.Sessions.Exists).Should().Be((21, 0, false));
    }

    [Theory]
    [EveryDatabase(SessionSort.Day, false, 2, 0, 1)]
    [EveryDatabase(SessionSort.Day, true, 1, 0, 2)]
    [EveryDatabase(SessionSort.People, false, 0, 1, 2)]
    [EveryDatabase(SessionSort.People, true, 2, 1, 0)]
    [EveryDatabase(SessionSort.Minutes, false, 1, 2, 0)]
    [EveryDatabase(SessionSort.Minutes, true, 0, 2, 1)]
    public async Task A_list_is_sorted_by_day_people_or_minutes(DatabaseKind kind, SessionSort by, bool descending, int first, int second, int third)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        SupportSession[] sessions =
        [
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-1), minutes: 60)),
            Given.Session(trust.Champion, Given.Answers(Given.Today, minutes: 5, participants: [new ParticipantAnswer(2, null, null)])),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-2), minutes: 15, participants: [new ParticipantAnswer(3, null, null)])),
        ];
        await db.SaveAsync([.. sessions]);

        var list = await db.As(trust.AsChampion, (SessionQueries queries) =>
            queries.ListAsync(SessionFilter.Everything, new SessionOrder(by, descending), trust.AsChampion, 1, default));

        list.Sessions.Rows.Select(r => r.Id).Should().Equal(sessions[first].Id.Value, sessions[second].Id.Value, sessions[third].Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task The_figures_on_the_home_page_are_the_totals_of_the_list_they_lead_to(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var undone = Session(trust.Champion, Given.Today, people: 50);
        undone.Undo(Given.Now);
        var firstDay = Given.Today.AddDays(1 - HomeQueries.FigureDays);
        await db.SaveAsync(
            undone, Session(trust.Champion, Given.Today, people: 3), Session(trust.Champion, firstDay, people: 4), Session(trust.Champion, firstDay.AddDays(-1), people: 9));

        var home = await db.As(trust.AsCoordinator, (HomeQueries queries) => queries.CoordinatorAsync(default));
        var list = await ListAsync(trust, new SessionFilter(From: firstDay), trust.AsCoordinator);

        (list.Sessions.Total, list.PeopleHelped).Should().Be((2, 7));
        (home.Figures.Sessions, home.Figures.PeopleHelped).Should().Be((list.Sessions.Total, list.PeopleHelped));
    }

    [Theory, EveryDatabase]
    public async Task A_list_is_filtered_by_champion_ward_system_outcome_and_days(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var second = Given.Champion(trust.Colleague);
        var match = Given.Session(second, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id, trust.System.Id, outcome: SessionOutcome.Referred));
        await db.SaveAsync(
            second,
            match,
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id, trust.System.Id, outcome: SessionOutcome.Referred)),
            Given.Session(second, Given.Answers(Given.Today.AddDays(-3), trust.OtherWard.Id, trust.System.Id, outcome: SessionOutcome.Referred)),
            Given.Session(second, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id, system: null, outcome: SessionOutcome.Referred)),
            Given.Session(second, Given.Answers(Given.Today.AddDays(-3), trust.Ward.Id, trust.System.Id)),
            Given.Session(second, Given.Answers(Given.Today.AddDays(-5), trust.Ward.Id, trust.System.Id, outcome: SessionOutcome.Referred)),
            Given.Session(second, Given.Answers(Given.Today.AddDays(-1), trust.Ward.Id, trust.System.Id, outcome: SessionOutcome.Referred)));
        var all = new SessionFilter(
            second.Id, trust.Ward.Id, trust.System.Id, SessionOutcome.Referred, Given.Today.AddDays(-4), Given.Today.AddDays(-2));

        (await ListAsync(trust, all, trust.AsCoordinator)).Sessions.Rows.Should().Equal(
            new SessionRow(match.Id.Value, match.OccurredOn, "Tom Reid", "Maple Ward", "Electronic patient record", 1, 15, SessionOutcome.Referred));
        foreach (var less in new[]
        {
            all with { Champion = null }, all with { Ward = null }, all with { System = null }, all with { Outcome = null }, all with { From = null }, all with { Until = null },
        })
        {
            (await ListAsync(trust, less, trust.AsCoordinator)).Sessions.Total.Should().Be(2, less.ToString());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_champion_sees_their_own_and_nobody_sees_another_trust(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var second = Given.Champion(trust.Colleague);
        var own = Session(trust.Champion, Given.Today);
        var seconds = Session(second, Given.Today);
        var foreign = Session(other.Champion, Given.Today);
        await db.SaveAsync(second, own, seconds, foreign);

        (await ListAsync(trust, SessionFilter.Everything, trust.AsChampion)).Sessions.Rows.Select(r => r.Id).Should().Equal(own.Id.Value);
        (await ListAsync(trust, new SessionFilter(Champion: second.Id), trust.AsChampion)).Sessions.Total.Should().Be(0);
        (await ListAsync(trust, SessionFilter.Everything, trust.AsStaff)).Sessions.Total.Should().Be(0);
        (await ListAsync(trust, SessionFilter.Everything, trust.AsCoordinator)).Sessions.Total.Should().Be(2);
        (await FindErrorAsync(trust, seconds.Id, trust.AsChampion)).Should().Be(SupportSessionErrors.NotFound);
        (await FindErrorAsync(trust, foreign.Id, trust.AsCoordinator)).Should().Be(SupportSessionErrors.NotFound);
        (await FindErrorAsync(trust, seconds.Id, trust.AsCoordinator)).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task The_form_begins_with_the_last_answers_else_with_assignment_own_ward_and_known_system(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await DefaultsAsync(trust)).Should().Be(new SessionDefaults(trust.Ward.Id, trust.System.Id, SupportMode.InPersonOnWard));

        trust.Champion.Assign(trust.OtherWard.Id, Given.Today, until: null, Given.Today, Given.Now);
        await db.SaveAsync(trust.Champion.Assignments[0]);
        (await DefaultsAsync(trust)).Ward.Should().Be(trust.OtherWard.Id);

        await trust.LogAsync(trust.Entry() with { System = null, Mode = SupportMode.Phone });
        (await DefaultsAsync(trust)).Should().Be(new SessionDefaults(trust.Ward.Id, null, SupportMode.Phone));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_stepped_down_can_be_filtered_but_not_logged_for(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var gone = Given.Champion(trust.Colleague);
        await db.SaveAsync(gone);
        await db.ExecuteAsync($"UPDATE \"Champions\" SET \"Status\" = 'SteppedDown' WHERE \"StaffMemberId\" = (SELECT \"Id\" FROM \"StaffMembers\" WHERE \"Name\" = 'Tom Reid' AND \"Email\" = '{trust.Colleague.Email}')");

        var toLog = await db.As(trust.AsCoordinator, (SessionFormQueries queries) => queries.ToLogAsync(trust.AsCoordinator, default));
        var toFilter = await db.As(trust.AsCoordinator, (SessionFormQueries queries) => queries.ToFilterAsync(trust.AsCoordinator, default));

        toLog.Champions.Select(c => c.Name).Should().Equal("Amara Osei");
        toFilter.Champions.Select(c => c.Name).Should().Equal("Amara Osei", "Tom Reid");
        toFilter.Wards.Select(w => w.Name).Should().Equal("Maple Ward (7B)", "Theatre Recovery (THR)");
        toFilter.Topics.Select(t => t.Id).Should().Equal(trust.Topic.Id.Value).And.NotContain(other.Topic.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_fills_in_the_form(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var booking = await trust.StartedBookingAsync();

        var found = (await BookingAsync(trust, booking, trust.AsChampion)).Value;

        (found.BookedBy, found.BookedByEmail, found.Ward, found.Minutes, found.Topic, found.Session)
            .Should().Be(("Tom Reid", trust.Colleague.Email, trust.OtherWard.Id, 30, "Finding blood results", null));
        (await BookingAsync(trust, booking, trust.AsStaff)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        (await BookingAsync(trust, booking, other.AsCoordinator)).Error.Should().Be(HelpSlotErrors.BookingNotFound);
        var session = (await trust.LogAsync(booking: booking)).Value;
        (await BookingAsync(trust, booking, trust.AsCoordinator)).Value.Session.Should().Be(session);
    }

    [Theory, EveryDatabase]
    public async Task The_file_holds_what_the_list_holds_and_no_cell_can_run(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await db.SaveAsync(
            Given.Session(trust.Champion, Given.Answers(
                Given.Today, trust.Ward.Id, trust.System.Id, topics: [trust.Topic.Id], barriers: [Domain.SupportSessions.Barrier.NoTime], note: "=HYPERLINK(\"x\"), \"quoted\"\nnext line")),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-62), note: "Two months ago")),
            Given.Session(trust.Champion, Given.Answers(Given.Today.AddDays(-90), note: "Too early")),
            Session(other.Champion, Given.Today));

        var bytes = await ExportAsync(trust, new SessionFilter(From: Given.Today.AddDays(-80)), trust.AsCoordinator);

        bytes.Should().StartWith(Encoding.UTF8.GetPreamble());
        var text = Encoding.UTF8.GetString(bytes[3..]);
        text.Should().StartWith("Day,Champion,Site,Ward code,Ward,System,Topics,People helped,Minutes,Way of meeting,Kind of help,Outcome,Who did it,Barriers,Note,From a booking\r\n");
        text.Should().Contain(
            "2026-11-24,Amara Osei,Royal Infirmary,7B,Maple Ward,Electronic patient record,Logging in,1,15,In person on the ward,,Solved,,Not enough time,"
            + "\"'=HYPERLINK(\"\"x\"\"), \"\"quoted\"\"\nnext line\",No\r\n");
        text.Should().EndWith("2026-09-23,Amara Osei,,,,,,1,15,In person on the ward,,Solved,,,Two months ago,No\r\n");
        text.Should().NotContain("Too early");
        text.Split("\r\n").Should().HaveCount(4);
    }

    [Theory, EveryDatabase]
    public async Task A_file_without_sessions_has_its_headings(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var text = Encoding.UTF8.GetString(await ExportAsync(trust, SessionFilter.Everything, trust.AsChampion));

        text.Trim().Should().EndWith("From a booking").And.NotContain("\n");
    }

    private static SupportSession Session(Champion champion, DateOnly day, int people = 1) =>
        Given.Session(champion, Given.Answers(day, participants: [new ParticipantAnswer(people, null, null)]));

    private static Task<SessionList> ListAsync(SmallTrust trust, SessionFilter filter, Actor actor, int page = 1) =>
        trust.Db.As(actor, (SessionQueries queries) => queries.ListAsync(filter, SessionOrder.NewestFirst, actor, page, default));

    private static async Task<Domain.Common.Error?> FindErrorAsync(SmallTrust trust, SupportSessionId id, Actor actor) =>
        (await trust.Db.As(actor, (SessionQueries queries) => queries.FindAsync(id, actor, default))).Error;

    private static Task<SessionDefaults> DefaultsAsync(SmallTrust trust) =>
        trust.Db.As(trust.AsChampion, (SessionFormQueries queries) => queries.DefaultsAsync(trust.Champion.Id, default));

    private static Task<Domain.Common.Result<BookingToLog>> BookingAsync(SmallTrust trust, BookingId booking, Actor actor) =>
        trust.Db.As(actor, (SessionFormQueries queries) => queries.BookingAsync(booking, actor, default));

    private static Task<byte[]> ExportAsync(SmallTrust trust, SessionFilter filter, Actor actor) => trust.Db.As(actor, async (SessionExportQueries queries) =>
    {
        using var file = new MemoryStream();
        await queries.WriteAsync(filter, actor, file, default);
        return file.ToArray();
    });
}
