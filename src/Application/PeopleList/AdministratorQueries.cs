using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Who runs the installation, for administrators alone.</summary>
public sealed class AdministratorQueries(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    public async Task<IReadOnlyList<AdministratorRow>> ListAsync(Actor actor, CancellationToken cancellationToken) => !actor.Is(Roles.Administrator) ? [] :
        await reach.Accounts(actor).AsNoTracking().Where(a => (a.Roles & Roles.Administrator) != Roles.None)
            .OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new AdministratorRow(
                a.Id.Value,
                a.Name,
                a.Email,
                a.IsDisabled,
                db.AccountSessions.Where(s => s.AccountId == a.Id).OrderByDescending(s => s.StartedAt).Select(s => (DateTimeOffset?)s.StartedAt).FirstOrDefault(),
                a.Id == actor.AccountId))
            .ToListAsync(cancellationToken);

    /// <summary>The name of another administrator, for a form that changes them; or the rule that stops the actor.</summary>
    public async Task<Result<string>> FindToChangeAsync(AccountId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await reach.FindAdministratorAsync(id, actor, clock.GetUtcNow(), cancellationToken);
        return found.IsSuccess ? found.Value.Other.Name : found.Error;
    }
}

/// <param name="Id">Of the account.</param>
/// <param name="Name">As it stands in the page header.</param>
/// <param name="Email">They log in with it.</param>
/// <param name="IsDisabled">They cannot log in.</param>
/// <param name="LastLogIn">Null for never.</param>
/// <param name="IsOneself">The reader.</param>
public sealed record AdministratorRow(Guid Id, string Name, string Email, bool IsDisabled, DateTimeOffset? LastLogIn, bool IsOneself);
