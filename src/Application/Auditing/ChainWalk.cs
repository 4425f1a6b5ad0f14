namespace Champions.Application.Auditing;

/// <summary>
/// Goes along one chain, row by row, and remembers only where it is. It finds whatever was changed by somebody without the key; what the
/// anchors are for is in docs/adr/0009.
/// </summary>
/// <param name="chain">See <see cref="AuditChain.Of"/>.</param>
/// <param name="anchors">All of this chain.</param>
/// <param name="seal">The key.</param>
/// <param name="start">An anchor that held before, to begin behind it; null begins at the first row.</param>
public sealed class ChainWalk(Guid chain, ChainAnchors anchors, IAuditSeal seal, AuditAnchor? start = null)
{
    private readonly IReadOnlyList<AuditAnchor> ahead = [.. anchors.Held.Where(a => a.Number > (start?.Number ?? 0))];
    private byte[] hash = start?.Hash ?? [];
    private DateTimeOffset? at;
    private ChainBreak? found;
    private int passed;

    /// <summary>The last row that holds.</summary>
    public long Number { get; private set; } = start?.Number ?? 0;

    public bool IsBroken => found is not null;

    /// <param name="row">The next row of the chain, by number.</param>
    /// <param name="next">The one after it, if it is known already: it tells a row that was slipped in from one that was changed.</param>
    public void Pass(AuditEntry row, AuditEntry? next)
    {
        if (found is not null)
        {
            return;
        }

        if (row.Number > Number + 1)
        {
            found = new ChainBreak(BreakKind.MissingRow, Number + 1);
        }
        else if (row.Number <= Number)
        {
            found = new ChainBreak(BreakKind.ExtraRow, row.Number);
        }
        else if (!Follows(row))
        {
            found = new ChainBreak(next is not null && Follows(next) ? BreakKind.ExtraRow : BreakKind.ChangedRow, Number + 1);
        }
        else
        {
            (Number, hash, at) = (row.Number, row.Hash, row.At);
            CompareWithAnchors();
        }
    }

    /// <summary>The next row cannot even be read: no value that the program writes is like that.</summary>
    public void PassUnreadable() => found ??= new ChainBreak(BreakKind.ChangedRow, Number + 1);

    /// <param name="end">The end of the chain as it stood after the last row was read; null when there is none.</param>
    public ChainReport Finish(AuditChain? end) => new(chain, Number, hash, at, Judge(end));

    private ChainBreak? Judge(AuditChain? end)
    {
        var isOurs = end is not null && end.Mark.AsSpan().SequenceEqual(seal.MarkOf(end.Id, end.Number, end.Hash));
        if (found is { Kind: BreakKind.ChangedRow } changed && isOurs && changed.Number > end!.Number)
        {
            return changed with { Kind = BreakKind.ExtraRow };
        }

        if (found is not null)
        {
            return found;
        }

        if (end is null)
        {
            return Number == 0 && anchors.Held.Count == 0 && anchors.Break is null ? null : new ChainBreak(BreakKind.EndMissing, Number);
        }

        if (end.Number < start?.Number)
        {
            return new ChainBreak(BreakKind.Shortened, end.Number + 1);
        }

        if (end.Number > Number || ahead.Any(a => a.Number > Number))
        {
            return new ChainBreak(BreakKind.Shortened, Number + 1);
        }

        return isOurs && end.Number == Number && end.Hash.AsSpan().SequenceEqual(hash) ? anchors.Break : new ChainBreak(BreakKind.EndDiffers, Number);
    }

    private bool Follows(AuditEntry row) =>
        row.Chain == chain && AuditChain.Of(row.TrustId) == chain && row.Hash.AsSpan().SequenceEqual(seal.HashOf(row, Number + 1, hash));

    private void CompareWithAnchors()
    {
        for (; passed < ahead.Count && ahead[passed].Number == Number; passed++)
        {
            if (!ahead[passed].Hash.AsSpan().SequenceEqual(hash))
            {
                found = new ChainBreak(BreakKind.AnchorDiffers, Number, ahead[passed].Day);
                return;
            }
        }
    }
}
