using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Puts somebody on the list of people, gives them an account and tells them by email.</summary>
/// <param name="Trust">Where they work; null for the actor's own trust.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Email">Work address.</param>
/// <param name="StaffGroup">Their staff group.</param>
/// <param name="Ward">Null for those without a ward.</param>
/// <param name="Roles">Beside that of staff.</param>
public sealed record InvitePerson(TrustId? Trust, string Name, string Email, StaffGroup StaffGroup, WardId? Ward, Roles Roles);

public sealed class InvitePersonHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    public async Task<Result<StaffMemberId>> HandleAsync(InvitePerson command, Actor actor, CancellationToken cancellationToken)
    {
        var stopped = PeopleRules.CheckLook(actor)
            ?? PeopleRules.CheckRoles(actor, command.Roles)
            ?? PeopleRules.CheckFresh(actor, clock.GetUtcNow());
        return stopped ?? await db.RunAsync(ct => InviteAsync(command, actor, ct), OnTaken, cancellationToken);
    }

    private async Task<Result<StaffMemberId>> InviteAsync(InvitePerson command, Actor actor, CancellationToken cancellationToken)
    {
        var trust = command.Trust ?? actor.TrustId;
        if (!await reach.Trusts(actor).AnyAsync(t => t.Id == trust, cancellationToken))
        {
            return PeopleErrors.TrustNotFound;
        }

        var now = clock.GetUtcNow();
        var joined = StaffMember.Join(trust, command.Name, command.Email, command.StaffGroup, command.Ward, now);
        if (!joined.IsSuccess)
        {
            return joined.Error;
        }

        var person = joined.Value;
        if (!await reach.MayWorkOnAsync(trust, command.Ward, null, actor, cancellationToken))
        {
            return PeopleErrors.WardNotFound;
        }

        var known = await reach.People(actor).Where(p => p.NormalisedEmail == person.NormalisedEmail).Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return PeopleErrors.AlreadyHere(known);
        }

        var domain = person.NormalisedEmail[(person.NormalisedEmail.LastIndexOf('@') + 1)..].ToLowerInvariant();
        if (await db.Trusts.AnyAsync(t => t.Id != trust && t.Domains.Any(d => d.Domain == domain), cancellationToken))
        {
            return PeopleErrors.AddressElsewhere;
        }

        var account = Account.For(person, command.Roles, now);
        db.StaffMembers.Add(person);
        db.Accounts.Add(account);
        await db.InviteAsync(emails, reach, account, command.Roles, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return person.Id;
    }

    private static Error? OnTaken(string key) => key is UniqueKeys.StaffEmail or UniqueKeys.AccountEmail ? PeopleErrors.AddressElsewhere : null;
}
