using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.Outbox;

/// <summary>Turns what happened into emails. The only way mail is ever queued by a change.</summary>
public interface IOutboxPlanner
{
    /// <summary>Adds the emails to the same unit of work that carries the change; saves nothing itself.</summary>
    Task PlanAsync(IChampionsDb db, IReadOnlyCollection<DomainEvent> events, CancellationToken cancellationToken);
}
