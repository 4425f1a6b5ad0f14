using Champions.Application.Auditing;
using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.PeopleList;

public sealed class InvitePersonTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_invites_somebody_who_gets_an_account_and_an_email(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var invited = await trust.InviteAsync(roles: Roles.Helpdesk, ward: trust.Ward.Id);

        var person = (await db.AllAsync<StaffMember>()).Single(p => p.Id == invited.Value);
        person.Should().BeEquivalentTo(new { Name = "Priya Shah", TrustId = trust.Trust.Id, WardId = (WardId?)trust.Ward.Id });
        (await trust.AccountOfAsync(person)).Roles.Should().Be(Roles.Staff | Roles.Helpdesk);
        (await db.EmailsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Reason = ReminderReason.Invitation, ToAddress = "priya.shah@trust.example", RecipientId = (StaffMemberId?)invited.Value });
        (await db.AllAsync<AuditEntry>()).Should().Contain(a =>
            a.Entity == nameof(Account) && a.Action == "Added" && a.AccountId == trust.AsCoordinator.AccountId && a.Chain == trust.Trust.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task The_administrator_enters_the_first_coordinator_of_a_trust_in_that_trusts_chain(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await SmallTrust.CreateOtherAsync(db);

        var invited = await trust.InviteAsync(Desk.Administrator, roles: Roles.Coordinator, at: trust.Trust.Id);

        invited.IsSuccess.Should().BeTrue();
        (await db.AllAsync<Account>()).Single().Should().BeEquivalentTo(
            new { TrustId = (TrustId?)trust.Trust.Id, Roles = Roles.Staff | Roles.Coordinator });
        (await db.AllAsync<AuditEntry>()).Single(a => a.Entity == nameof(Account)).Chain.Should().Be(trust.Trust.Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_trust_the_administrator_invites_nobody(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await trust.InviteAsync(Desk.Administrator)).Error.Should().Be(PeopleErrors.TrustNotFound);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_invite_the_same_address_one_wins_and_the_other_is_told_who_has_it(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => trust.InviteAsync(email: "PRIYA.shah@trust.example"))));

        results.Count(r => r.IsSuccess).Should().Be(1);
        results.Where(r => !r.IsSuccess).Should().OnlyContain(r => r.Error == PeopleErrors.AlreadyHere("Priya Shah") || r.Error == PeopleErrors.AddressElsewhere);
        (await trust.InviteAsync()).Error.Should().Be(PeopleErrors.AlreadyHere("Priya Shah"));
        (await db.AllAsync<Account>()).Should().ContainSingle();
        (await db.EmailsAsync()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task An_address_of_another_trust_is_refused_without_saying_whose_it_is(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        var refused = await trust.InviteAsync(email: other.Colleague.Email.ToUpperInvariant());

        refused.Error.Should().Be(PeopleErrors.AddressElsewhere);
        refused.Error!.Message.Should().NotContain(other.Trust.Name).And.NotContain(other.Colleague.Name);
        (await db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task An_address_in_another_trusts_domain_is_refused_alike_whether_the_person_is_known_or_not(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var domain = other.Colleague.Email.Split('@')[1];
        await db.ChangeAsync<Trust>(t => t.Id == other.Trust.Id, t => t.AddDomain("elsewhere.example").IsSuccess.Should().BeTrue());

        var unknown = await trust.InviteAsync(email: "New.Person@ELSEWHERE.example");
        var byAdministrator = await trust.InviteAsync(Desk.Administrator, email: "new.person@elsewhere.example", at: trust.Trust.Id);
        var known = await trust.InviteAsync(email: $"{other.Colleague.Email.Split('@')[0]}@{domain}");

        unknown.Error.Should().Be(PeopleErrors.AddressElsewhere).And.Be(known.Error);
        byAdministrator.Error.Should().Be(PeopleErrors.AddressElsewhere);
        (await db.AllAsync<Account>()).Should().BeEmpty();
        (await trust.InviteAsync(Desk.Administrator, email: "new.person@elsewhere.example", at: other.Trust.Id)).IsSuccess.Should().BeTrue();
    }

    [Theory]
    [EveryDatabase(Roles.Coordinator)]
    [EveryDatabase(Roles.Administrator)]
    [EveryDatabase(Roles.Champion)]
    public async Task Nobody_is_invited_with_a_role_that_is_not_below_ones_own(DatabaseKind kind, Roles role)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await trust.InviteAsync(roles: role)).Error.Should().Be(PeopleErrors.RoleNotBelow);
        (await db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_ward_of_another_trust_or_one_that_has_closed_is_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await db.ChangeAsync<Ward>(w => w.Id == trust.OtherWard.Id, w => w.Close(Given.Today));

        (await trust.InviteAsync(ward: other.Ward.Id)).Error.Should().Be(PeopleErrors.WardNotFound);
        (await trust.InviteAsync(ward: trust.OtherWard.Id)).Error.Should().Be(PeopleErrors.WardNotFound);
        (await trust.InviteAsync(Desk.Administrator, ward: other.Ward.Id, at: trust.Trust.Id)).Error.Should().Be(PeopleErrors.WardNotFound);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_role_or_a_fresh_second_factor_nobody_invites(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        foreach (var actor in new[] { trust.AsStaff, trust.AsChampion, trust.AsHelpdesk })
        {
            (await trust.InviteAsync(actor)).Error.Should().Be(PeopleErrors.NotAllowed);
        }

        (await trust.InviteAsync(trust.AsCoordinator with { SecondFactorAt = Given.Now.AddMinutes(-15) })).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
        (await trust.InviteAsync(email: "no address")).Error.Should().Be(StaffErrors.EmailNotUsable);
        (await trust.InviteAsync(name: "  ")).Error.Should().Be(StaffErrors.NameNotUsable);
    }
}
