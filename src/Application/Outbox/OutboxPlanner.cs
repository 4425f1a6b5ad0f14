using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.Outbox;

internal sealed class OutboxPlanner : IOutboxPlanner
{
    public Task PlanAsync(IChampionsDb db, IReadOnlyCollection<DomainEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
}
