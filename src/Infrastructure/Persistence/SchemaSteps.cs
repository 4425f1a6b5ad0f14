using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>What both databases do alike.</summary>
internal static class SchemaSteps
{
    public static async Task RefuseNewerAsync(ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Any(m => !known.Contains(m)))
        {
            throw new StartRefusedException("The database was changed by a newer version of Champions. Start that version instead.");
        }
    }

    public static async Task<bool> IsCurrentAsync(ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        return db.Database.GetMigrations().SequenceEqual(applied, StringComparer.Ordinal);
    }
}
