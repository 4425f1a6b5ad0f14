namespace Champions.Application.Auditing;

/// <summary>In which way a chain of audit rows does not hold.</summary>
public enum BreakKind
{
    /// <summary>A row does not say what it said when it was written.</summary>
    ChangedRow,

    /// <summary>A row is gone from the middle or the beginning.</summary>
    MissingRow,

    /// <summary>A row was slipped in that the program did not write.</summary>
    ExtraRow,

    /// <summary>The last rows are gone.</summary>
    Shortened,

    /// <summary>The end of the chain is not as it was written.</summary>
    EndDiffers,

    /// <summary>There are rows or anchors, but no end.</summary>
    EndMissing,

    /// <summary>An anchor in the database is not as it was written.</summary>
    AnchorChanged,

    /// <summary>An anchor that stands in the file is gone from the database.</summary>
    AnchorMissing,

    /// <summary>A row is not the one that an anchor was set on.</summary>
    AnchorDiffers,

    /// <summary>The file lacks an anchor, or a line of it is not as it was written.</summary>
    AnchorFileDiffers,
}

/// <param name="Kind">What is wrong.</param>
/// <param name="Number">The first row that does not hold; 0 for none in particular.</param>
/// <param name="Day">Of the anchor in question.</param>
public sealed record ChainBreak(BreakKind Kind, long Number, DateOnly? Day = null)
{
    /// <summary>For the history of jobs and the log: no names, nothing that anybody wrote.</summary>
    public override string ToString() => Day is { } day ? $"{Kind} at row {Number}, anchor of {day:yyyy-MM-dd}" : $"{Kind} at row {Number}";
}

/// <summary>What the check of one chain found.</summary>
/// <param name="Chain">See <see cref="AuditChain.Of"/>.</param>
/// <param name="Number">The last row that holds.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was written; null without rows.</param>
/// <param name="Break">Null when everything holds.</param>
public sealed record ChainReport(Guid Chain, long Number, byte[] Hash, DateTimeOffset? At, ChainBreak? Break)
{
    public bool Holds => Break is null;
}
