using Champions.Application.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>
/// At start: the key must be the one that the chains in the database were written with. A new key is made for a database without chains
/// and never beside one that has some: rows written with it would read as forged for ever.
/// </summary>
internal sealed class AuditKeyCheck(AuditKeyFile file, AuditKey key)
{
    /// <exception cref="StartRefusedException">The key is missing or another one.</exception>
    public async Task EnsureAsync(ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var ends = await db.AuditChains.AsNoTracking().ToListAsync(cancellationToken);
        if (!file.Exists)
        {
            if (ends.Count > 0)
            {
                throw new StartRefusedException(
                    $"The key of the audit trail is missing: there is no {file.Path}. Put back the file this database was written with, or set Audit:KeyFile.");
            }

            file.Make();
        }

        file.Read();
        if (ends.Count == 0)
        {
            // Begun at once, so that a second node that made a key of its own meets this one and is refused
            ends = [await BeginAsync(db, cancellationToken)];
        }

        // One end that does not fit is a matter for the check of the trail; all of them mean another key
        if (!ends.Exists(key.Fits))
        {
            throw new StartRefusedException(
                $"The key of the audit trail in {file.Path} does not fit this database. Put back the file it was written with, or set Audit:KeyFile.");
        }
    }

    private async Task<AuditChain> BeginAsync(ChampionsDbContext db, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(
            async ct =>
            {
                await db.HoldChainAsync(AuditChain.Of(null), key, ct);
                return await db.SaveChangesAsync(ct);
            },
            cancellationToken);
        db.ChangeTracker.Clear();
        return await db.AuditChains.AsNoTracking().SingleAsync(c => c.Id == Guid.Empty, cancellationToken);
    }
}
