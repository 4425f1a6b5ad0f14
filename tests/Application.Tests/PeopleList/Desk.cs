using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.PeopleList;

/// <summary>What somebody does with the list of people, one line each.</summary>
internal static class Desk
{
    /// <summary>An administrator who came in a moment ago with a second factor.</summary>
    public static Actor Administrator { get; } = SmallTrust.AsAdministrator with { ProvedAt = Given.Now, SecondFactorAt = Given.Now };

    public static async Task<Account> OpenAccountAsync(this SmallTrust trust, StaffMember person, Roles roles = Roles.None)
    {
        var account = Account.For(person, roles, Given.Now);
        await trust.Db.SaveAsync(account);
        return account;
    }

    public static Task<Result<StaffMemberId>> InviteAsync(
        this SmallTrust trust, Actor? actor = null, string email = "priya.shah@trust.example", string name = "Priya Shah",
        Roles roles = Roles.None, WardId? ward = null, TrustId? at = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (InvitePersonHandler handler) => handler.HandleAsync(
            new InvitePerson(at, name, email, StaffGroup.AdministrativeAndClerical, ward, roles), actor ?? trust.AsCoordinator, default));

    public static Task<Result<RolesChanged>> ChangeRolesAsync(this SmallTrust trust, StaffMember person, Roles seen, Roles wanted, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (ChangeRolesHandler handler) =>
            handler.HandleAsync(new ChangeRoles(person.Id, seen, wanted), actor ?? trust.AsCoordinator, default));

    public static Task<Result<AccessChanged>> ChangeAccessAsync(this SmallTrust trust, StaffMember person, AccessChange change, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (ChangeAccessHandler handler) =>
            handler.HandleAsync(new ChangeAccess(person.Id, change), actor ?? trust.AsCoordinator, default));

    public static Task<Result<SecondFactorTaken>> TakeSecondFactorAsync(this SmallTrust trust, StaffMember person, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (TakeSecondFactorHandler handler) =>
            handler.HandleAsync(new TakeSecondFactor(person.Id), actor ?? trust.AsCoordinator, default));

    public static Task<Result<string>> CorrectAsync(
        this SmallTrust trust, StaffMember person, string name, WardId? ward, int version = 0, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (CorrectPersonHandler handler) => handler.HandleAsync(
            new CorrectPerson(person.Id, version, name, person.StaffGroup, ward), actor ?? trust.AsCoordinator, default));

    public static Task<Result<ChampionId>> MakeChampionAsync(this SmallTrust trust, StaffMember person, Actor? actor = null, params DigitalSystemId[] systems) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (MakeChampionHandler handler) =>
            handler.HandleAsync(new MakeChampion(person.Id, systems), actor ?? trust.AsCoordinator, default));

    public static Task<Result<int>> ChangeChampionAsync(this SmallTrust trust, StaffMember person, ChampionChange change, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (ChangeChampionHandler handler) =>
            handler.HandleAsync(new ChangeChampion(person.Id, change), actor ?? trust.AsCoordinator, default));

    public static async Task<Account> AccountOfAsync(this SmallTrust trust, StaffMember person) =>
        (await trust.Db.AllAsync<Account>()).Single(a => a.StaffMemberId == person.Id);
}
