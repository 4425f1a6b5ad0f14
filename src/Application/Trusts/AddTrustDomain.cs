using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>From now on new people with addresses in the domain join the trust. Doing it again changes nothing.</summary>
/// <param name="TrustId">Whose domain it is.</param>
/// <param name="Domain">As typed, for example uhbw.nhs.uk.</param>
public sealed record AddTrustDomain(TrustId TrustId, string Domain);

public sealed class AddTrustDomainHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<TrustId>> HandleAsync(AddTrustDomain command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<TrustId>(
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

            if (trust.AddDomain(command.Domain) is { IsSuccess: false, Error: var error })
            {
                return error!;
            }

            await db.SaveChangesAsync(ct);
            return trust.Id;
        },
        key => key == UniqueKeys.TrustDomain ? TrustErrors.DomainTaken : null,
        cancellationToken);
}
