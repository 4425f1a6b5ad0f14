using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Auditing;

/// <summary>Checks chains as they stand in the database, a thousand rows at a time, however long they are.</summary>
public sealed class ChainReader(IAuditOfAllTrusts trail, IAnchorFile anchorFile, IAuditSeal seal)
{
    private const int Batch = 1000;

    /// <summary>Every row of the chain, its end and its anchors.</summary>
    public async Task<ChainReport> CheckAsync(Guid chain, AnchorLines file, CancellationToken cancellationToken)
    {
        var anchors = await AnchorsAsync(chain, file, cancellationToken);
        return await WalkAsync(chain, new ChainWalk(chain, anchors, seal), cancellationToken);
    }

    /// <summary>The rows behind the newest anchor, and the anchors.</summary>
    public async Task<ChainReport> CheckNewAsync(Guid chain, AnchorLines file, CancellationToken cancellationToken)
    {
        var anchors = await AnchorsAsync(chain, file, cancellationToken);
        return await WalkAsync(chain, new ChainWalk(chain, anchors, seal, anchors.Held.Count == 0 ? null : anchors.Held[^1]), cancellationToken);
    }

    private async Task<ChainAnchors> AnchorsAsync(Guid chain, AnchorLines file, CancellationToken cancellationToken)
    {
        var anchors = await CompareAsync(chain, file, cancellationToken);

        // An anchor may have been set since the file was read
        return anchors.Break is null ? anchors : await CompareAsync(chain, await anchorFile.ReadAsync(cancellationToken), cancellationToken);
    }

    private async Task<ChainAnchors> CompareAsync(Guid chain, AnchorLines file, CancellationToken cancellationToken) => ChainAnchors.Of(
        await trail.Anchors.Where(a => a.Chain == chain).OrderBy(a => a.Day).ToListAsync(cancellationToken), file.Anchors[chain], seal);

    /// <summary>
    /// Rows come while others are read. The end is read after them, so it is never behind; when it is ahead there must be more rows by now.
    /// </summary>
    private async Task<ChainReport> WalkAsync(Guid chain, ChainWalk walk, CancellationToken cancellationToken)
    {
        AuditChain? end = null;
        do
        {
            var before = walk.Number;
            await PassAllAsync(chain, walk, cancellationToken);
            if (end?.Number > walk.Number && before == walk.Number)
            {
                break;
            }

            end = await trail.Ends.FirstOrDefaultAsync(c => c.Id == chain, cancellationToken);
        }
        while (!walk.IsBroken && end?.Number > walk.Number);

        return walk.Finish(end);
    }

    private async Task PassAllAsync(Guid chain, ChainWalk walk, CancellationToken cancellationToken)
    {
        while (!walk.IsBroken)
        {
            var rows = await ReadAsync(chain, walk, cancellationToken);
            for (var i = 0; i < rows.Count; i++)
            {
                walk.Pass(rows[i], i + 1 < rows.Count ? rows[i + 1] : null);
            }

            if (rows.Count < Batch)
            {
                return;
            }
        }
    }

    private async Task<IReadOnlyList<AuditEntry>> ReadAsync(Guid chain, ChainWalk walk, CancellationToken cancellationToken)
    {
        try
        {
            return await After(chain, walk.Number).Take(Batch).ToListAsync(cancellationToken);
        }
        catch (Exception odd) when (IsOddValue(odd))
        {
            return await ReadUntilOddAsync(chain, walk, cancellationToken);
        }
    }

    /// <summary>SQLite stores anything anywhere. One row among these cannot be read; those before it can.</summary>
    private async Task<IReadOnlyList<AuditEntry>> ReadUntilOddAsync(Guid chain, ChainWalk walk, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await After(chain, walk.Number).FirstOrDefaultAsync(cancellationToken) is not { } row || walk.IsBroken)
                {
                    return [];
                }

                walk.Pass(row, next: null);
            }
            catch (Exception odd) when (IsOddValue(odd))
            {
                walk.PassUnreadable();
                return [];
            }
        }
    }

    private IQueryable<AuditEntry> After(Guid chain, long number) =>
        trail.Entries.Where(a => a.Chain == chain && a.Number > number).OrderBy(a => a.Number);

    private static bool IsOddValue(Exception fault) =>
        fault is FormatException or InvalidCastException or ArgumentException or OverflowException or InvalidOperationException;
}
