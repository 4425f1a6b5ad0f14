using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Wording;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Tells people by email, in the save of the change, what was done to their account.</summary>
internal static class PeopleNews
{
    public static async Task InviteAsync(
        this IChampionsDb db, AccountEmails emails, IPeopleInReach reach, Account account, Roles roles, Actor actor, CancellationToken cancellationToken)
    {
        var trust = await db.Trusts.Where(t => t.Id == account.TrustId).Select(t => t.Name).FirstOrDefaultAsync(cancellationToken);
        var by = await reach.Accounts(actor).Where(a => a.Id == actor.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        db.OutboxEmails.Add(emails.Invitation(account, trust, by, roles == Roles.None ? null : RoleWords.List(roles)));
    }

    public static void TellOfRoles(this IChampionsDb db, AccountEmails emails, Account account, RolesChanged changed) =>
        db.OutboxEmails.Add(emails.Changed(account, Sentence(changed), device: null));

    public static void TellOfChampion(this IChampionsDb db, AccountEmails emails, Account account, bool isOne) => db.OutboxEmails.Add(
        emails.Changed(account, isOne ? "You are a digital champion now." : "You are no longer a digital champion.", device: null));

    private static string Sentence(RolesChanged changed) => (changed.Given, changed.Taken) switch
    {
        (var given, Roles.None) => $"You were given the role {RoleWords.InSentence(given)}.",
        (Roles.None, var taken) => $"You no longer hold the role {RoleWords.InSentence(taken)}.",
        var (given, taken) => $"You were given the role {RoleWords.InSentence(given)} and no longer hold the role {RoleWords.InSentence(taken)}.",
    };
}
