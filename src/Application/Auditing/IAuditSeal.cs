namespace Champions.Application.Auditing;

/// <summary>
/// Keyed hashes of the audit trail. The key is kept outside the database: whoever can change the database alone cannot make rows, ends of
/// chains or anchors that hold.
/// </summary>
public interface IAuditSeal
{
    /// <param name="row">The row, with every column but its hash.</param>
    /// <param name="number">Its place in the chain.</param>
    /// <param name="before">Hash of the row before it; empty for the first.</param>
    byte[] HashOf(AuditEntry row, long number, ReadOnlySpan<byte> before);

    /// <summary>The mark of a chain that ends with the row of this number and hash.</summary>
    byte[] MarkOf(Guid chain, long number, ReadOnlySpan<byte> hash);

    /// <summary>The mark of an anchor.</summary>
    byte[] MarkOf(Guid chain, DateOnly day, long number, ReadOnlySpan<byte> hash);
}
