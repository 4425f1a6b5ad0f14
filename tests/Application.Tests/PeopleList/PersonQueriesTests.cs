using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Application.Lists;
using Champions.Application.Wording;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.PeopleList;

public sealed class PersonQueriesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_sees_the_people_of_their_trust_with_roles_ward_and_last_log_in(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await SmallTrust.CreateOtherAsync(db);
        var account = await trust.OpenAccountAsync(trust.ChampionPerson, Roles.Helpdesk);
        await db.SaveAsync(Session(account, Given.Now.AddDays(-3)), Session(account, Given.Now.AddDays(-1)));

        var people = await ListAsync(trust, new PersonFilter());

        people.Rows.Select(p => p.Name).Should().Equal("Amara Osei", "Helen Carter", "Sam Patel", "Tom Reid");
        var champion = people.Rows[0];
        champion.Should().BeEquivalentTo(new { Ward = "Maple Ward", LastLogIn = (DateTimeOffset?)Given.Now.AddDays(-1), State = PersonState.Active });
        RoleWords.List(champion.Roles).Should().Be("IT helpdesk, Champion");
        people.Rows[3].Should().BeEquivalentTo(new { Roles = Roles.Staff, LastLogIn = (DateTimeOffset?)null, Trust = trust.Trust.Name });
    }

    [Theory]
    [EveryDatabase("osei", null, null, "Amara Osei")]
    [EveryDatabase("REID tom", null, null, "Tom Reid")]
    [EveryDatabase("@trust.example", null, null, "Amara Osei,Helen Carter,Sam Patel,Tom Reid")]
    [EveryDatabase("zzz", null, null, "")]
    [EveryDatabase(null, Roles.Champion, null, "Amara Osei")]
    [EveryDatabase(null, Roles.Coordinator, null, "Helen Carter")]
    [EveryDatabase(null, Roles.Helpdesk, null, "Sam Patel")]
    [EveryDatabase(null, null, PersonState.Disabled, "Sam Patel")]
    [EveryDatabase(null, null, PersonState.Left, "Tom Reid")]
    [EveryDatabase(null, null, PersonState.Active, "Amara Osei,Helen Carter")]
    public async Task Filters_narrow_the_list(DatabaseKind kind, string? search, Roles? role, PersonState? state, string names)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Coordinator, Roles.Coordinator);
        await trust.OpenAccountAsync(trust.HelpdeskAgent, Roles.Helpdesk);
        await trust.ChangeAccessAsync(trust.HelpdeskAgent, AccessChange.Disable);
        await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Leave);

        var people = await ListAsync(trust, new PersonFilter(search, role, State: state));

        string.Join(',', people.Rows.Select(p => p.Name)).Should().Be(names);
    }

    [Theory, EveryDatabase]
    public async Task The_administrator_sees_every_trust_or_one(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await ListAsync(trust, new PersonFilter(), Desk.Administrator)).Total.Should().Be(8);
        (await ListAsync(trust, new PersonFilter(Trust: other.Trust.Id), Desk.Administrator)).Rows.Should()
            .HaveCount(4).And.OnlyContain(p => p.Trust == other.Trust.Name);
        (await ListAsync(trust, new PersonFilter(Trust: other.Trust.Id))).Total.Should().Be(0, "a coordinator reaches their own trust alone");
        (await ListAsync(trust, new PersonFilter(Ward: trust.Ward.Id))).Rows.Select(p => p.Name).Should().Equal("Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task Never_logged_in_is_longer_ago_than_any_day(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Session(await trust.OpenAccountAsync(trust.Colleague), Given.Now));

        (await ListAsync(trust, new PersonFilter(Sort: PersonSort.LastLogIn))).Rows[^1].Name.Should().Be("Tom Reid");
        (await ListAsync(trust, new PersonFilter(Sort: PersonSort.LastLogIn, Descending: true))).Rows[0].Name.Should().Be("Tom Reid");
    }

    [Theory, EveryDatabase]
    public async Task A_person_is_shown_with_devices_and_what_was_done_to_them_in_plain_words(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var author = await trust.OpenAccountAsync(trust.Coordinator, Roles.Coordinator);
        var account = await trust.OpenAccountAsync(trust.Colleague);
        await db.SaveAsync(Session(account, Given.Now), Session(account, Given.Now.AddDays(-2)));
        var coordinator = trust.AsCoordinator with { AccountId = author.Id };
        await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk, coordinator);
        await trust.CorrectAsync(trust.Colleague, "Thomas Reid", null, actor: coordinator);

        var details = (await trust.Db.As(coordinator, (PersonDetailQueries queries) => queries.FindAsync(trust.Colleague.Id, coordinator, default))).Value;

        details.Devices.Should().Be(1, "the other has ended by itself");
        details.MayNotChange.Should().BeNull();
        details.History.Select(h => $"{h.By}: {HistoryWords.Of(h)}").Should().BeEquivalentTo(
            "Helen Carter: Name corrected. Taken off their ward",
            "Helen Carter: Name corrected",
            "Helen Carter: Roles changed from Staff to IT helpdesk",
            ": Account made",
            ": Put on the list of people");

        var themselves = (await trust.Db.As(coordinator, (PersonDetailQueries queries) => queries.FindAsync(trust.Coordinator.Id, coordinator, default))).Value;
        themselves.MayNotChange.Should().Be(PeopleErrors.Oneself);
        themselves.Deeds.Select(HistoryWords.Of).Should().Contain("Roles changed from Staff to IT helpdesk");
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_person_is_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await trust.Db.As(trust.AsCoordinator, (PersonDetailQueries queries) => queries.FindAsync(other.Colleague.Id, trust.AsCoordinator, default)))
            .Error.Should().Be(StaffErrors.NotFound);
    }

    private static AccountSession Session(Account account, DateTimeOffset at) =>
        AccountSession.Start(account, new SessionStart(SignInMethod.Password, true, false, "Chrome on Windows", "10.0.0.1"), at);

    private static Task<PageOf<PersonRow>> ListAsync(SmallTrust trust, PersonFilter filter, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (PersonQueries queries) => queries.ListAsync(filter, actor ?? trust.AsCoordinator, 1, default));
}
