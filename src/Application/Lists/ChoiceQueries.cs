using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Lists;

/// <summary>What the filters of a trust's lists offer.</summary>
public sealed class ChoiceQueries(IChampionsDb db, IConfigurationProvider mapping)
{
    /// <summary>Sites that have an open ward.</summary>
    public async Task<IReadOnlyList<Choice>> SitesWithWardsAsync(CancellationToken cancellationToken) =>
        await db.Sites.AsNoTracking()
            .Where(site => db.Wards.Any(ward => ward.SiteId == site.Id && ward.ClosedOn == null))
            .OrderBy(site => site.Name).ThenBy(site => site.Code)
            .ProjectTo<Choice>(mapping)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Choice>> OpenWardsAsync(CancellationToken cancellationToken) =>
        await db.Wards.AsNoTracking()
            .Where(ward => ward.ClosedOn == null)
            .OrderBy(ward => ward.Name).ThenBy(ward => ward.Code)
            .ProjectTo<Choice>(mapping)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Choice>> SystemsAsync(CancellationToken cancellationToken) =>
        await db.DigitalSystems.AsNoTracking()
            .OrderBy(system => system.Name)
            .ProjectTo<Choice>(mapping)
            .ToListAsync(cancellationToken);
}
