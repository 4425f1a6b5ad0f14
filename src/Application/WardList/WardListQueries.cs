using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.WardList;

/// <summary>Every ward of the trust, closed ones too, to be looked after.</summary>
public sealed class WardListQueries(IChampionsDb db, IConfigurationProvider mapping, TimeProvider clock)
{
    public Task<PageOf<WardListRow>> ListAsync(string? search, bool? closed, int page, CancellationToken cancellationToken)
    {
        var wards = db.Wards.AsNoTracking();
        foreach (var (typed, lower) in SearchWord.In(search))
        {
            wards = wards.Where(w =>
                w.Name.Contains(typed) || w.Name.ToLower().Contains(lower) || w.Code.Contains(typed) || w.Code.ToLower().Contains(lower));
        }

        wards = closed is null ? wards : wards.Where(w => w.ClosedOn != null == closed);
        return PageOf<WardListRow>.ReadAsync(
            wards.OrderBy(w => w.Name).ThenBy(w => w.Code).Select(w => new WardListRow(
                w.Id.Value, w.Code, w.Name, w.Specialty, db.Sites.Where(s => s.Id == w.SiteId).Select(s => s.Name).First(), w.ClosedOn)),
            page,
            cancellationToken);
    }

    public Task<WardListRow?> FindAsync(WardId id, CancellationToken cancellationToken) =>
        db.Wards.AsNoTracking().Where(w => w.Id == id).Select(w => new WardListRow(
            w.Id.Value, w.Code, w.Name, w.Specialty, db.Sites.Where(s => s.Id == w.SiteId).Select(s => s.Name).First(), w.ClosedOn))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Open sites of the trust: where a ward can be.</summary>
    public async Task<IReadOnlyList<Choice>> SitesAsync(CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        return await db.Sites.AsNoTracking().Where(s => s.ClosedOn == null || s.ClosedOn >= today)
            .OrderBy(s => s.Name).ThenBy(s => s.Code).ProjectTo<Choice>(mapping).ToListAsync(cancellationToken);
    }
}

public sealed record WardListRow(Guid Id, string Code, string Name, string Specialty, string Site, DateOnly? ClosedOn);
