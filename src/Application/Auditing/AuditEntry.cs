namespace Champions.Application.Auditing;

/// <summary>Who changed what, when. Written in the transaction of the change; never holds free text.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public AuditEntry(Guid id, TrustId? trustId, DateTimeOffset at, StaffMemberId? actorId, string entity, string entityId, string action, string changes)
    {
        Id = id;
        TrustId = trustId;
        At = at;
        ActorId = actorId;
        Entity = entity;
        EntityId = entityId;
        Action = action;
        Changes = changes;
    }

    public Guid Id { get; private set; }

    public TrustId? TrustId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for the system itself: jobs, imports, the demo.</summary>
    public StaffMemberId? ActorId { get; private set; }

    /// <summary>Kind of row, for example Booking.</summary>
    public string Entity { get; private set; } = "";

    public string EntityId { get; private set; } = "";

    /// <summary>Added, Changed or Removed.</summary>
    public string Action { get; private set; } = "";

    /// <summary>JSON: column to before and after. Free text is only named, never quoted.</summary>
    public string Changes { get; private set; } = "";
}
