namespace Champions.Application.Auditing;

/// <summary>
/// Who changed what, when and from where. Written in the transaction of the change; never holds free text. Each row is chained to the
/// one before it by a keyed hash, so that nobody can change, take out or slip in a row unnoticed.
/// </summary>
public sealed class AuditEntry
{
    public const int HashBytes = 32;
    public const int EntityMax = 60;
    public const int EntityIdMax = 100;
    public const string Added = "Added";
    public const string Changed = "Changed";
    public const string Removed = "Removed";

    private AuditEntry()
    {
    }

    public AuditEntry(TrustId? trustId, long number, DateTimeOffset at, AuditAuthor author, AuditChange change)
    {
        TrustId = trustId;
        Chain = AuditChain.Of(trustId);
        Number = number;
        At = at;
        AccountId = author.AccountId;
        Network = author.Network;
        Entity = change.Entity;
        EntityId = change.EntityId;
        Action = change.Action;
        Changes = change.Changes;
    }

    /// <summary>Null for what belongs to no trust: the list of trusts, administrators.</summary>
    public TrustId? TrustId { get; private init; }

    /// <summary>See <see cref="AuditChain.Of"/>.</summary>
    public Guid Chain { get; private init; }

    /// <summary>From 1, without a gap in its chain. With the chain it is the key of the row.</summary>
    public long Number { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Null for the system itself and for people who had not signed in: jobs, imports, the demo, signing in.</summary>
    public AccountId? AccountId { get; private init; }

    /// <summary>Network address of the request; null for the system itself.</summary>
    public string? Network { get; private init; }

    /// <summary>Kind of row, for example Booking.</summary>
    public string Entity { get; private init; } = "";

    /// <summary>The key of the row; the parts of a longer one joined with slashes.</summary>
    public string EntityId { get; private init; } = "";

    /// <summary>Added, Changed or Removed.</summary>
    public string Action { get; private init; } = "";

    /// <summary>JSON: column to before and after, either of them null for none. Text that people wrote is only named, with neither.</summary>
    public string Changes { get; private init; } = "";

    /// <summary>Keyed hash over this row and the hash of the row before it.</summary>
    public byte[] Hash { get; private set; } = [];

    public void Seal(byte[] hash) => Hash = hash;
}

/// <param name="AccountId">Who; null for the system itself.</param>
/// <param name="Network">From where; null for the system itself.</param>
public sealed record AuditAuthor(AccountId? AccountId, string? Network);

/// <param name="Entity">Kind of row.</param>
/// <param name="EntityId">Its key.</param>
/// <param name="Action">Added, Changed or Removed.</param>
/// <param name="Changes">JSON of what changed.</param>
public sealed record AuditChange(string Entity, string EntityId, string Action, string Changes);
