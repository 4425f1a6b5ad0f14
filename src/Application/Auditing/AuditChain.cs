namespace Champions.Application.Auditing;

/// <summary>The end of one trust's chain of audit rows. Whoever adds rows to the chain holds this row until the commit.</summary>
public sealed class AuditChain
{
    private AuditChain()
    {
    }

    public AuditChain(Guid id) => Id = id;

    /// <summary>See <see cref="Of"/>.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number of the last row; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Hash of the last row; empty before the first.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>
    /// Keyed hash over the other values, so that nobody without the key can end the chain earlier. Empty for good once it did not fit: the
    /// program goes on, and the check of the trail goes on telling.
    /// </summary>
    public byte[] Mark { get; private set; } = [];

    /// <summary>The chain of a trust; that of the installation has the empty id.</summary>
    public static Guid Of(TrustId? trust) => trust?.Value ?? Guid.Empty;

    public void Extend(long number, byte[] hash, byte[] mark) => (Number, Hash, Mark) = (number, hash, mark);
}
