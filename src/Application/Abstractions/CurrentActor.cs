namespace Champions.Application.Abstractions;

/// <summary>The actor of this scope. Until one is set, every trust-owned query matches nothing.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; private set; }

    public TrustId TrustId => Actor?.TrustId ?? default;

    public void Set(Actor actor) => Actor = actor;
}
