namespace Champions.Application.Abstractions;

/// <summary>The actor of this scope. Until one is set, every trust-owned query matches nothing.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; private set; }

    public TrustId TrustId => Actor?.TrustId ?? default;

    /// <summary>Network address of the request; null for the system itself.</summary>
    public string? Network { get; set; }

    public void Set(Actor actor) => Actor = actor;
}
