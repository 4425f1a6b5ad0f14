using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>From now on nobody new joins the trust by this domain. Who is in stays in. Doing it again changes nothing.</summary>
/// <param name="TrustId">Whose domain it was.</param>
/// <param name="Domain">As stored.</param>
public sealed record RemoveTrustDomain(TrustId TrustId, string Domain);

public sealed class RemoveTrustDomainHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<TrustId>> HandleAsync(RemoveTrustDomain command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<TrustId>(
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

            var trust = await db.Trusts.Include(t => t.Domains).FirstOrDefaultAsync(t => t.Id == command.TrustId, ct);
            if (trust is null)
            {
                return TrustErrors.NotFound;
            }

            trust.RemoveDomain(command.Domain);
            await db.SaveChangesAsync(ct);
            return trust.Id;
        },
        _ => null,
        cancellationToken);
}
