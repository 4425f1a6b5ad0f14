using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Finds a person to be changed; one out of reach is not there.</summary>
internal static class PersonAccess
{
    /// <summary>The person and their account, if any, tracked; or the rule that keeps the actor from changing them.</summary>
    public static async Task<Result<PersonAndAccount>> FindToChangeAsync(
        this IPeopleInReach reach, StaffMemberId id, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (PeopleRules.CheckLook(actor) is { } notAllowed)
        {
            return notAllowed;
        }

        var person = await reach.People(actor).FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null)
        {
            return StaffErrors.NotFound;
        }

        var account = await reach.Accounts(actor).FirstOrDefaultAsync(a => a.StaffMemberId == id, cancellationToken);
        return PeopleRules.CheckChange(actor, id, account?.Roles ?? Roles.Staff, now) is { } stopped ? stopped
            : person.IsAnonymised ? PeopleErrors.Anonymised
            : new PersonAndAccount(person, account);
    }

    /// <summary>False for a ward of another trust, one that does not exist, and one that has closed, unless the person works there already.</summary>
    public static async Task<bool> MayWorkOnAsync(
        this IPeopleInReach reach, TrustId trust, WardId? ward, WardId? before, Actor actor, CancellationToken cancellationToken) =>
        ward is null || ward == before
        || await reach.Wards(actor).AnyAsync(w => w.Id == ward && w.TrustId == trust && w.ClosedOn == null, cancellationToken);
}

internal sealed record PersonAndAccount(StaffMember Person, Account? Account);
