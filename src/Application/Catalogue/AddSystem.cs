using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Systems;

namespace Champions.Application.Catalogue;

/// <summary>Adds a digital system to the catalogue of the trust.</summary>
public sealed record AddSystem(string Name);

public sealed class AddSystemHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<string>> HandleAsync(AddSystem command, Actor actor, CancellationToken cancellationToken) => !actor.IsCoordinator
        ? CatalogueErrors.NotAllowed
        : await db.RunAsync<string>(
            async ct =>
            {
                var added = DigitalSystem.Add(actor.TrustId, command.Name, clock.GetUtcNow());
                if (!added.IsSuccess)
                {
                    return added.Error;
                }

                db.DigitalSystems.Add(added.Value);
                await db.SaveChangesAsync(ct);
                return added.Value.Name;
            },
            key => key == UniqueKeys.SystemName ? CatalogueErrors.SystemTaken : null,
            cancellationToken);
}
