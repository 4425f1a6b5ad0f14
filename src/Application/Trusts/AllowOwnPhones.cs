using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>Lets the people of a trust stay logged in longer on a phone of their own, or no longer lets them.</summary>
public sealed record AllowOwnPhones(TrustId TrustId, bool Allowed);

public sealed class AllowOwnPhonesHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The name of the trust. Doing it again changes nothing.</returns>
    public Task<Result<string>> HandleAsync(AllowOwnPhones command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            if (!actor.Is(Roles.Administrator))
            {
                return TrustErrors.OnlyAdministrators;
            }

            if (PeopleRules.CheckFresh(actor, clock.GetUtcNow()) is { } stopped)
            {
                return stopped;
            }

            var trust = await db.Trusts.FirstOrDefaultAsync(t => t.Id == command.TrustId, ct);
            if (trust is null)
            {
                return TrustErrors.NotFound;
            }

            trust.AllowOwnPhones(command.Allowed);
            await db.SaveChangesAsync(ct);
            return trust.Name;
        },
        _ => null,
        cancellationToken);
}
