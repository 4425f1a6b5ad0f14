namespace Champions.Infrastructure.Outbox;

/// <summary>The file lock lets one process in at a time, so every other one has ended.</summary>
internal sealed class SqliteSenderNode(TimeProvider clock) : ISenderNode
{
    public Guid Id { get; } = Guid.CreateVersion7(clock.GetUtcNow());

    public Task BeSeenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Guid>> DeadAmongAsync(IReadOnlyList<Guid> others, CancellationToken cancellationToken) => Task.FromResult(others);
}
