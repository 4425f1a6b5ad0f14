using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Catalogue;

/// <summary>The systems of the trust and what people ask about.</summary>
public sealed class CatalogueQueries(IChampionsDb db)
{
    /// <summary>By name, each with how many champions know it now or once did.</summary>
    public async Task<IReadOnlyList<SystemRow>> SystemsAsync(CancellationToken cancellationToken) =>
        await db.DigitalSystems.AsNoTracking().OrderBy(s => s.Name)
            .Select(s => new SystemRow(s.Name, db.Champions.Count(c => c.Systems.Any(k => k.DigitalSystemId == s.Id)))).ToListAsync(cancellationToken);

    /// <summary>In the order of the log form.</summary>
    public async Task<IReadOnlyList<string>> TopicsAsync(CancellationToken cancellationToken) =>
        await db.SupportTopics.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Name).Select(t => t.Name).ToListAsync(cancellationToken);
}

/// <param name="Name">As the trust calls it.</param>
/// <param name="Champions">How many know it.</param>
public sealed record SystemRow(string Name, int Champions);
