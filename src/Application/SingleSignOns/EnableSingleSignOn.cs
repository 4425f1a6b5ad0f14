using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SingleSignOns;

/// <summary>Lets people log in with an identity provider again, or no longer. People who are in stay in.</summary>
public sealed record EnableSingleSignOn(TrustId TrustId, SingleSignOnId Id, bool On);

public sealed class EnableSingleSignOnHandler(IChampionsDb db, ISingleSignOnsOfAllTrusts providers, TimeProvider clock)
{
    /// <returns>The name of the provider.</returns>
    public Task<Result<string>> HandleAsync(EnableSingleSignOn command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            if (!actor.Is(Roles.Administrator))
            {
                return SingleSignOnErrors.OnlyAdministrators;
            }

            if (PeopleRules.CheckFresh(actor, clock.GetUtcNow()) is { } stopped)
            {
                return stopped;
            }

            var provider = await providers.SingleSignOns.FirstOrDefaultAsync(p => p.Id == command.Id && p.TrustId == command.TrustId, ct);
            if (provider is null)
            {
                return SingleSignOnErrors.NotFound;
            }

            provider.Enable(command.On);
            await db.SaveChangesAsync(ct);
            return provider.Name;
        },
        _ => null,
        cancellationToken);
}
