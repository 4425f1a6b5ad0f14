using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.PeopleList;

public sealed class TakeSecondFactorTests
{
    [Theory, EveryDatabase]
    public async Task App_recovery_codes_and_passkeys_go_sessions_end_the_password_stays_and_the_person_is_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = await EquipAsync(db, Account.For(trust.Colleague, Roles.Helpdesk, Given.Now));
        var bystander = await EquipAsync(db, Account.For(trust.ChampionPerson, Roles.None, Given.Now));

        var taken = await trust.TakeSecondFactorAsync(trust.Colleague);

        taken.Value.Should().Be(new SecondFactorTaken(trust.Colleague.Name, IsNothing: false));
        var after = await trust.AccountOfAsync(trust.Colleague);
        after.Should().BeEquivalentTo(new { HasAuthenticator = false, PasswordHash = "hash", IsDisabled = false, Roles = Roles.Staff | Roles.Helpdesk });
        after.SessionGeneration.Should().BeGreaterThan(account.SessionGeneration);
        (await db.AllAsync<RecoveryCode>()).Should().OnlyContain(c => c.AccountId == bystander.Id).And.HaveCount(10);
        (await db.AllAsync<Passkey>()).Should().OnlyContain(p => p.AccountId == bystander.Id).And.HaveCount(2);
        (await db.AllAsync<ExternalLogin>()).Should().ContainSingle(l => l.AccountId == bystander.Id, "a linked account may count as both factors");
        (await trust.AccountOfAsync(trust.ChampionPerson)).HasAuthenticator.Should().BeTrue();
        (await db.EmailsAsync()).Should().ContainSingle(e => e.Reason == ReminderReason.AccountChanged && e.ToAddress == trust.Colleague.Email)
            .Which.Data.Should().Contain("Your authenticator app, recovery codes, passkeys and linked accounts were taken out of use.");
        (await db.AllAsync<AuditEntry>()).Where(a => a.Entity == nameof(Account) && a.Action == AuditEntry.Changed).Should().ContainSingle()
            .Which.Changes.Should().Contain("AuthenticatorKey");
    }

    [Theory, EveryDatabase]
    public async Task A_linked_account_alone_is_something_to_take_away(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = await trust.OpenAccountAsync(trust.Colleague);
        await db.SaveAsync(new ExternalLogin(account.Id, "https://login.example", "subject", Given.Now));

        (await trust.TakeSecondFactorAsync(trust.Colleague)).Value.IsNothing.Should().BeFalse();

        (await db.AllAsync<ExternalLogin>()).Should().BeEmpty();
        (await trust.AccountOfAsync(trust.Colleague)).SessionGeneration.Should().BeGreaterThan(account.SessionGeneration);
    }

    [Theory, EveryDatabase]
    public async Task Asked_for_twice_or_for_somebody_without_one_nothing_is_done_and_nobody_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await EquipAsync(db, Account.For(trust.Colleague, Roles.None, Given.Now));
        await trust.TakeSecondFactorAsync(trust.Colleague);

        (await trust.TakeSecondFactorAsync(trust.Colleague)).Value.IsNothing.Should().BeTrue();
        (await trust.TakeSecondFactorAsync(trust.ChampionPerson)).Value.IsNothing.Should().BeTrue("they have no account");
        (await db.EmailsAsync()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Only_from_people_below_in_reach_and_with_a_second_factor_given_lately(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        var coordinator = await EquipAsync(db, Account.For(trust.Coordinator, Roles.Coordinator, Given.Now));
        await EquipAsync(db, Account.For(trust.Colleague, Roles.Coordinator, Given.Now));
        await EquipAsync(db, Account.For(trust.ChampionPerson, Roles.None, Given.Now));
        await EquipAsync(db, Account.For(other.Colleague, Roles.None, Given.Now));
        var late = trust.AsCoordinator with { SecondFactorAt = Given.Now.AddMinutes(-15) };

        (await trust.TakeSecondFactorAsync(trust.Coordinator)).Error.Should().Be(PeopleErrors.Oneself);
        (await trust.TakeSecondFactorAsync(trust.Colleague)).Error.Should().Be(PeopleErrors.NotBelow);
        (await trust.TakeSecondFactorAsync(other.Colleague)).Error.Should().Be(StaffErrors.NotFound);
        (await trust.TakeSecondFactorAsync(trust.ChampionPerson, late)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
        foreach (var actor in new[] { trust.AsHelpdesk, trust.AsChampion, trust.AsStaff })
        {
            (await trust.TakeSecondFactorAsync(trust.ChampionPerson, actor)).Error.Should().Be(PeopleErrors.NotAllowed);
        }

        (await db.AllAsync<Account>()).Should().OnlyContain(a => a.HasAuthenticator);
        (await trust.TakeSecondFactorAsync(trust.Coordinator, Desk.Administrator)).IsSuccess.Should().BeTrue("the administrator stands above");
        (await db.AllAsync<Account>()).Where(a => !a.HasAuthenticator).Should().ContainSingle(a => a.Id == coordinator.Id);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_do_it_for_each_other_and_nobody_for_themselves(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var ada = await EquipAsync(db, Account.Open(null, null, "Ada Wood", "ada@champions.example", Roles.Administrator, Given.Now));
        var ben = await EquipAsync(db, Account.Open(null, null, "Ben Hill", "ben@champions.example", Roles.Administrator, Given.Now));
        var coordinator = await EquipAsync(db, Account.For(trust.Coordinator, Roles.Coordinator, Given.Now));
        var asAda = Desk.Administrator with { AccountId = ada.Id };

        (await TakeAsync(db, asAda, ada)).Error.Should().Be(PeopleErrors.Oneself);
        (await TakeAsync(db, asAda, coordinator)).Error.Should().Be(PeopleErrors.AdministratorNotFound, "people of trusts have a page of their own");
        (await TakeAsync(db, trust.AsCoordinator, ben)).Error.Should().Be(PeopleErrors.OnlyAdministrators);
        (await TakeAsync(db, asAda with { SecondFactorAt = null }, ben)).Error.Should().Be(PeopleErrors.NeedsSecondFactor);
        (await db.AllAsync<Account>()).Should().OnlyContain(a => a.HasAuthenticator);

        (await TakeAsync(db, asAda, ben)).Value.Should().Be(new SecondFactorTaken("Ben Hill", IsNothing: false));
        (await db.AllAsync<Account>()).Where(a => !a.HasAuthenticator).Should().ContainSingle(a => a.Id == ben.Id);
        (await db.EmailsAsync()).Should().ContainSingle(e => e.ToAddress == "ben@champions.example");
    }

    private static Task<Result<SecondFactorTaken>> TakeAsync(TestDatabase db, Actor by, Account whom) =>
        db.As(by, (TakeAdministratorsSecondFactorHandler handler) => handler.HandleAsync(new TakeAdministratorsSecondFactor(whom.Id), by, default));

    /// <summary>With a password, an app, recovery codes and two passkeys.</summary>
    private static async Task<Account> EquipAsync(TestDatabase db, Account account)
    {
        account.SetPassword("hash", Given.Now);
        account.UseAuthenticator("key", 1, Enumerable.Range(0, Account.RecoveryCodeCount).Select(i => HashOf(account, i)));
        await db.SaveAsync(
            account,
            new Passkey(account.Id, HashOf(account, 100), "My phone", Given.Now),
            new Passkey(account.Id, HashOf(account, 101), "My computer", Given.Now),
            new ExternalLogin(account.Id, "https://login.example", account.Id.Value.ToString(), Given.Now));
        return account;
    }

    private static byte[] HashOf(Account account, int number) =>
        System.Security.Cryptography.SHA256.HashData([.. account.Id.Value.ToByteArray(), (byte)number]);
}
