using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Finds an administrator to be changed by another: they are each other's equals, and nobody changes themselves.</summary>
internal static class AdministratorAccess
{
    /// <summary>The two of them, tracked; or the rule that keeps the actor from changing the other.</summary>
    public static async Task<Result<TwoAdministrators>> FindAdministratorAsync(
        this IPeopleInReach reach, AccountId id, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!actor.Is(Roles.Administrator))
        {
            return PeopleErrors.OnlyAdministrators;
        }

        var accounts = await reach.Accounts(actor).Where(a => a.Id == id || a.Id == actor.AccountId).ToListAsync(cancellationToken);
        var other = accounts.Find(a => a.Id == id && (a.Roles & Roles.Administrator) != Roles.None);
        var own = accounts.Find(a => a.Id == actor.AccountId);
        if (other is null)
        {
            return PeopleErrors.AdministratorNotFound;
        }

        var stopped = id == actor.AccountId ? PeopleErrors.Oneself
            : own is not { IsDisabled: false } ? PeopleErrors.OnlyAdministrators
            : PeopleRules.CheckFresh(actor, now);
        return stopped is null ? new TwoAdministrators(own!, other) : stopped;
    }
}

internal sealed record TwoAdministrators(Account Own, Account Other);
