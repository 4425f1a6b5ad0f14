using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.PeopleList;

public sealed class ChangeRolesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_gives_and_takes_the_helpdesk_role_and_the_person_is_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk)).Value.Given.Should().Be(Roles.Helpdesk);
        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff | Roles.Helpdesk);

        db.Clock.Advance(TimeSpan.FromMinutes(1));
        (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff | Roles.Helpdesk, Roles.None)).Value.Taken.Should().Be(Roles.Helpdesk);
        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff);

        var emails = await db.EmailsAsync();
        emails.Should().HaveCount(2).And.OnlyContain(e => e.Reason == ReminderReason.AccountChanged && e.ToAddress == trust.Colleague.Email);
        emails[0].Data.Should().Contain("You were given the role IT helpdesk.");
        emails[1].Data.Should().Contain("You no longer hold the role IT helpdesk.");
        (await db.AllAsync<AuditEntry>()).Where(a => a.Entity == nameof(Account) && a.Action == "Changed").Should()
            .HaveCount(2).And.OnlyContain(a => a.Changes.Contains("\"Roles\"", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task The_administrator_makes_a_coordinator_in_any_trust_and_the_audit_row_lands_in_that_trusts_chain(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        var changed = await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Coordinator, Desk.Administrator);

        changed.IsSuccess.Should().BeTrue();
        (await trust.AccountOfAsync(trust.Colleague)).MustHaveSecondFactor.Should().BeTrue();
        (await db.AllAsync<AuditEntry>()).Single(a => a.Entity == nameof(Account) && a.Action == "Changed").Chain.Should().Be(trust.Trust.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_without_an_account_gets_one_and_an_invitation(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk);

        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff | Roles.Helpdesk);
        (await db.EmailsAsync()).Should().ContainSingle().Which.Reason.Should().Be(ReminderReason.Invitation);
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_twice_changes_and_tells_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk);
        var again = await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk);

        again.Value.IsNothing.Should().BeTrue();
        (await db.EmailsAsync()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task A_form_made_before_somebody_else_changed_the_roles_is_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague, Roles.Helpdesk);

        var stale = await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Coordinator, Desk.Administrator);

        stale.Error.Should().Be(PeopleErrors.Changed);
        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff | Roles.Helpdesk);
    }

    [Theory]
    [EveryDatabase(Roles.Coordinator)]
    [EveryDatabase(Roles.Administrator)]
    [EveryDatabase(Roles.Champion)]
    public async Task A_coordinator_gives_no_role_that_is_not_below_their_own(DatabaseKind kind, Roles role)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, role)).Error.Should().Be(PeopleErrors.RoleNotBelow);
        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_gives_themselves_a_role_or_touches_their_equals(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Coordinator, Roles.Coordinator);
        await trust.OpenAccountAsync(trust.Colleague, Roles.Coordinator);

        (await trust.ChangeRolesAsync(trust.Coordinator, Roles.Staff, Roles.Helpdesk)).Error.Should().Be(PeopleErrors.Oneself);
        (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.None)).Error.Should().Be(PeopleErrors.NotBelow);
        (await trust.ChangeAccessAsync(trust.Coordinator, AccessChange.Disable)).Error.Should().Be(PeopleErrors.Oneself);
        (await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Leave)).Error.Should().Be(PeopleErrors.NotBelow);
        (await trust.CorrectAsync(trust.Coordinator, "Somebody Else", null)).Error.Should().Be(PeopleErrors.Oneself);
        (await trust.MakeChampionAsync(trust.Coordinator)).Error.Should().Be(PeopleErrors.Oneself);
        (await db.AllAsync<Account>()).Should().OnlyContain(a => a.Roles == (Roles.Staff | Roles.Coordinator) && !a.IsDisabled);
    }

    [Theory, EveryDatabase]
    public async Task People_of_another_trust_are_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await other.OpenAccountAsync(other.Colleague);

        (await trust.ChangeRolesAsync(other.Colleague, Roles.Staff, Roles.Helpdesk)).Error.Should().Be(StaffErrors.NotFound);
        (await trust.ChangeAccessAsync(other.Colleague, AccessChange.Disable)).Error.Should().Be(StaffErrors.NotFound);
        (await trust.CorrectAsync(other.Colleague, "Somebody Else", null)).Error.Should().Be(StaffErrors.NotFound);
        (await trust.MakeChampionAsync(other.Colleague)).Error.Should().Be(StaffErrors.NotFound);
        (await trust.ChangeChampionAsync(other.ChampionPerson, ChampionChange.StepDown)).Error.Should().Be(StaffErrors.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task An_old_second_factor_and_a_lesser_role_change_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);
        Actor[] stale = [trust.AsCoordinator with { SecondFactorAt = null }, trust.AsCoordinator with { SecondFactorAt = Given.Now.AddMinutes(-15) }];

        foreach (var actor in stale)
        {
            (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk, actor)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
            (await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Disable, actor)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
            (await trust.MakeChampionAsync(trust.Colleague, actor)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
        }

        foreach (var actor in new[] { trust.AsHelpdesk, trust.AsChampion, trust.AsStaff })
        {
            (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk, actor)).Error.Should().Be(PeopleErrors.NotAllowed);
        }

        (await trust.AccountOfAsync(trust.Colleague)).Roles.Should().Be(Roles.Staff);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_who_has_left_gets_no_role(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);
        await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Leave);

        (await trust.ChangeRolesAsync(trust.Colleague, Roles.Staff, Roles.Helpdesk)).Error.Should().Be(PeopleErrors.Left);
        (await trust.MakeChampionAsync(trust.Colleague)).Error.Should().Be(PeopleErrors.Left);
        (await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Enable)).Error.Should().Be(PeopleErrors.Left);
    }
}
