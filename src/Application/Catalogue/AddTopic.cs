using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Systems;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Catalogue;

/// <summary>Adds what people ask about, at the end of the list on the log form.</summary>
public sealed record AddTopic(string Name);

public sealed class AddTopicHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<string>> HandleAsync(AddTopic command, Actor actor, CancellationToken cancellationToken) => !actor.IsCoordinator
        ? CatalogueErrors.NotAllowed
        : await db.RunAsync<string>(
            async ct =>
            {
                var position = await db.SupportTopics.CountAsync(ct) + 1;
                var added = SupportTopic.Add(actor.TrustId, command.Name, position, clock.GetUtcNow());
                if (!added.IsSuccess)
                {
                    return added.Error;
                }

                db.SupportTopics.Add(added.Value);
                await db.SaveChangesAsync(ct);
                return added.Value.Name;
            },
            key => key == UniqueKeys.TopicName ? CatalogueErrors.TopicTaken : null,
            cancellationToken);
}
