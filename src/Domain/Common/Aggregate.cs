namespace Champions.Domain.Common;

/// <summary>What every aggregate root offers to the layer that stores it.</summary>
public interface IAggregate
{
    /// <summary>Grows with every stored change; two writers of one version cannot both win.</summary>
    int Version { get; }

    IReadOnlyCollection<DomainEvent> Events { get; }

    /// <summary>Called by the store when the root's own values changed and no method has moved the version yet.</summary>
    void Advance();

    void ClearEvents();
}

/// <summary>A root that keeps its own invariants; its children are changed through it alone.</summary>
public abstract class Aggregate<TId> : IAggregate where TId : struct, IId<TId>
{
    private readonly List<DomainEvent> events = [];

    public TId Id { get; protected init; }

    public int Version { get; private set; }

    public IReadOnlyCollection<DomainEvent> Events => events;

    void IAggregate.Advance() => Version++;

    void IAggregate.ClearEvents() => events.Clear();

    /// <summary>To be called by every method that changes a child, so that the root is part of the race.</summary>
    protected void Touch() => Version++;

    protected void Raise(DomainEvent happened) => events.Add(happened);
}
