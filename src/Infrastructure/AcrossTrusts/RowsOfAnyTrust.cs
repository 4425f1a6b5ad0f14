using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>Reads by id past the trust filter, so that emails can be planned for jobs and imports, which have no actor.</summary>
internal sealed class RowsOfAnyTrust : IRowsOfAnyTrust
{
    /// <summary>So many ids go into one query.</summary>
    private const int Batch = 500;

    public async Task<IReadOnlyDictionary<TId, T>> FindAsync<T, TId>(IChampionsDb db, IEnumerable<TId> ids, CancellationToken cancellationToken)
        where T : class
        where TId : struct, IId<TId>
    {
        var rows = ((ChampionsDbContext)db).Set<T>();
        var found = new Dictionary<TId, T>();
        var missing = new List<TId>();
        foreach (var id in ids.Distinct())
        {
            if (rows.Local.FindEntry(id)?.Entity is { } tracked)
            {
                found[id] = tracked;
            }
            else
            {
                missing.Add(id);
            }
        }

        foreach (var some in missing.Chunk(Batch))
        {
            var read = await rows.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking()
                .Where(row => some.Contains(EF.Property<TId>(row, "Id")))
                .Select(row => new { Id = EF.Property<TId>(row, "Id"), Row = row })
                .ToListAsync(cancellationToken);
            read.ForEach(r => found[r.Id] = r.Row);
        }

        return found;
    }

    public async Task<IReadOnlyList<OutboxEmail>> EmailsAsync(
        IChampionsDb db, IReadOnlyCollection<string> orderKeys, CancellationToken cancellationToken)
    {
        var emails = new List<OutboxEmail>();
        foreach (var some in orderKeys.Distinct().Chunk(Batch))
        {
            emails.AddRange(await db.OutboxEmails.IgnoreQueryFilters([ChampionsDbContext.TrustFilter])
                .Where(e => some.Contains(e.OrderKey))
                .ToListAsync(cancellationToken));
        }

        return [.. emails.OrderBy(e => e.QueuedAt).ThenBy(e => e.Id)];
    }
}
