using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SingleSignOns;

/// <summary>Sets up an identity provider for a trust, or changes one.</summary>
/// <param name="TrustId">Whose people may use it.</param>
/// <param name="Id">The one to change; null for a new one.</param>
/// <param name="Version">As it stood when the form was made; of no meaning for a new one.</param>
/// <param name="Settings">What the administrator entered.</param>
public sealed record SaveSingleSignOn(TrustId TrustId, SingleSignOnId? Id, int Version, SingleSignOnSettings Settings);

public sealed class SaveSingleSignOnHandler(IChampionsDb db, ISingleSignOnsOfAllTrusts providers, TimeProvider clock)
{
    public Task<Result<SingleSignOnId>> HandleAsync(SaveSingleSignOn command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<SingleSignOnId>(
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

                var saved = await ApplyAsync(command, ct);
                if (saved.IsSuccess)
                {
                    await db.SaveChangesAsync(ct);
                }

                return saved;
            },
            _ => null,
            cancellationToken);

    private async Task<Result<SingleSignOnId>> ApplyAsync(SaveSingleSignOn command, CancellationToken cancellationToken)
    {
        if (command.Id is { } id)
        {
            var known = await providers.SingleSignOns.FirstOrDefaultAsync(p => p.Id == id && p.TrustId == command.TrustId, cancellationToken);
            return known is null ? SingleSignOnErrors.NotFound
                : known.StandsAs(command.Settings) ? known.Id
                : known.Version != command.Version ? SingleSignOnErrors.Changed
                : known.Change(command.Settings) is { IsSuccess: false, Error: var refused } ? refused!
                : known.Id;
        }

        if (!await db.Trusts.AnyAsync(t => t.Id == command.TrustId && t.UsesChampions, cancellationToken))
        {
            return TrustErrors.NotFound;
        }

        var made = SingleSignOn.SetUp(command.TrustId, command.Settings, clock.GetUtcNow());
        if (!made.IsSuccess)
        {
            return made.Error;
        }

        db.SingleSignOns.Add(made.Value);
        return made.Value.Id;
    }
}
