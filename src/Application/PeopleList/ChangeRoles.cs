using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Gives and takes roles. Somebody who had no account gets one, and an invitation.</summary>
/// <param name="Id">Whom it is about.</param>
/// <param name="Seen">The roles the person held when the form was made.</param>
/// <param name="Wanted">The roles the person is to hold, among those the actor may give.</param>
public sealed record ChangeRoles(StaffMemberId Id, Roles Seen, Roles Wanted);

public sealed class ChangeRolesHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    /// <returns>What was given and taken; nothing of either when it was so already.</returns>
    public Task<Result<RolesChanged>> HandleAsync(ChangeRoles command, Actor actor, CancellationToken cancellationToken) => db.RunAsync(
        ct => ChangeAsync(command, actor, ct),
        key => key == UniqueKeys.AccountEmail ? PeopleErrors.AddressElsewhere : null,
        cancellationToken);

    private async Task<Result<RolesChanged>> ChangeAsync(ChangeRoles command, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await reach.FindToChangeAsync(command.Id, actor, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (person, account) = found.Value;
        var mayGive = actor.Roles.MayGive();
        var held = account?.Roles ?? Roles.Staff;
        if (PeopleRules.CheckRoles(actor, command.Wanted) is { } refused)
        {
            return refused;
        }

        var changed = new RolesChanged(person.Name, command.Wanted & ~held, held & mayGive & ~command.Wanted);
        if (changed.IsNothing)
        {
            return changed;
        }

        if (person.LeftOn is not null || (held & mayGive) != (command.Seen & mayGive))
        {
            return person.LeftOn is not null ? PeopleErrors.Left : PeopleErrors.Changed;
        }

        if (account is null)
        {
            account = Account.For(person, command.Wanted, now);
            db.Accounts.Add(account);
            await db.InviteAsync(emails, reach, account, command.Wanted, actor, cancellationToken);
        }
        else
        {
            account.Hold(command.Wanted, mayGive);
            db.TellOfRoles(emails, account, changed);
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }
}

/// <param name="Name">Of the person.</param>
/// <param name="Given">Roles they did not hold before.</param>
/// <param name="Taken">Roles they no longer hold.</param>
public sealed record RolesChanged(string Name, Roles Given, Roles Taken)
{
    public bool IsNothing => (Given | Taken) == Roles.None;
}
