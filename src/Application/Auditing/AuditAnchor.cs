namespace Champions.Application.Auditing;

/// <summary>Where a chain ended on a day. The same line is written to a file outside the database, so that a shortened chain is found out.</summary>
public sealed class AuditAnchor
{
    private AuditAnchor()
    {
    }

    public AuditAnchor(Guid chain, DateOnly day, long number, byte[] hash, byte[] mark)
    {
        Chain = chain;
        Day = day;
        Number = number;
        Hash = hash;
        Mark = mark;
    }

    public Guid Chain { get; private init; }

    /// <summary>UK day on which it was set.</summary>
    public DateOnly Day { get; private init; }

    public long Number { get; private init; }

    public byte[] Hash { get; private init; } = [];

    /// <summary>Keyed hash over the other values.</summary>
    public byte[] Mark { get; private init; } = [];
}
