using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Domain.Common;

namespace Champions.Application.PeopleList;

/// <summary>Stops another administrator from logging in, lets them in again, or logs them out everywhere.</summary>
public sealed record ChangeAdministrator(AccountId Id, AccessChange Change);

/// <summary>Administrators are each other's equals. Nobody stops themselves, so there is always one who can still log in.</summary>
public sealed class ChangeAdministratorHandler(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    /// <returns>What happened. Asked for twice, the second time nothing did.</returns>
    public Task<Result<AccessChanged>> HandleAsync(ChangeAdministrator command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => ChangeAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<AccessChanged>> ChangeAsync(ChangeAdministrator command, Actor actor, CancellationToken cancellationToken)
    {
        var found = await reach.FindAdministratorAsync(command.Id, actor, clock.GetUtcNow(), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (own, other) = found.Value;
        if (command.Change switch { AccessChange.Disable => other.IsDisabled, AccessChange.Enable => !other.IsDisabled, _ => false })
        {
            return new AccessChanged(other.Name, true, 0, 0);
        }

        // Of two who stop each other at the same moment one must lose: both accounts are part of either change
        own.Vouch();
        switch (command.Change)
        {
            case AccessChange.Disable:
                other.Disable();
                break;
            case AccessChange.Enable:
                other.Enable();
                break;
            case AccessChange.LogOutEverywhere:
                other.EndSessions();
                break;
            default:
                return PeopleErrors.AdministratorNotFound;
        }

        if (command.Change is not AccessChange.Enable)
        {
            await db.VoidCodesAsync(other.NormalisedEmail, clock.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new AccessChanged(other.Name, false, 0, 0);
    }
}
