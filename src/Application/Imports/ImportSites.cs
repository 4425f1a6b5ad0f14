using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Imports;

/// <summary>Takes over a site list of the Organisation Data Service (<c>ets.csv</c>), whole or not at all.</summary>
/// <param name="File">Read once, from where it stands.</param>
/// <param name="TrustCode">
/// The trust that runs every site in the file. When null, a known site stays with its trust and a new one goes to the trust its code
/// begins with, where that is certain.
/// </param>
public sealed record ImportSites(Stream File, string? TrustCode);

public sealed class ImportSitesHandler(IChampionsDb db, ISitesOfAllTrusts sites, TimeProvider clock)
{
    public async Task<Result<ImportReport>> HandleAsync(ImportSites command, CancellationToken cancellationToken)
    {
        var reading = await OdsFile.ReadAsync(command.File, cancellationToken);
        return await db.RunAsync<ImportReport>(ct => ApplyAsync(reading, command.TrustCode, ct), _ => null, cancellationToken);
    }

    private async Task<Result<ImportReport>> ApplyAsync(OdsReading reading, string? trustCode, CancellationToken cancellationToken)
    {
        var trusts = await db.Trusts.AsNoTracking().ToListAsync(cancellationToken);
        var given = trusts.Find(t => string.Equals(t.Code, trustCode, StringComparison.OrdinalIgnoreCase));
        if (trustCode is not null && given is null)
        {
            return ImportErrors.UnknownTrust(trustCode);
        }

        var known = await sites.FindAsync([.. reading.Rows.Select(r => r.Code)], cancellationToken);
        var parents = new SiteParents(trusts, known, given);
        var leaving = known.Values.Where(s => given is not null && s.TrustId != given.Id).ToList();
        var wards = await sites.CountOpenWardsAsync([.. leaving.Select(s => s.Id)], cancellationToken);
        var problems = reading.Problems
            .Concat(OdsRecords.Problems(reading.Rows))
            .Concat(reading.Rows.Where(r => parents.Of(r) is null).Select(ParentUnknown))
            .Concat(reading.Rows.Where(r => known.TryGetValue(r.Code, out var site) && wards.ContainsKey(site.Id))
                .Select(r => WardsThere(r, parents.Now(known[r.Code]), wards[known[r.Code].Id])))
            .OrderBy(p => p.Row == 0 ? int.MaxValue : p.Row)
            .ToList();
        return problems.Count > 0
            ? ImportReport.Refused(problems, reading.Rows)
            : await StoreAsync(reading.Rows, known, parents, cancellationToken);
    }

    private async Task<ImportReport> StoreAsync(
        IReadOnlyList<OdsRow> rows, IReadOnlyDictionary<string, Site> known, SiteParents parents, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = new List<Site>();
        var changes = new List<ImportChange>();
        foreach (var row in rows)
        {
            var (record, parent) = (OdsRecords.ToSite(row), parents.Of(row)!);
            if (!known.TryGetValue(row.Code, out var site))
            {
                added.Add(Site.FromOds(parent.Id, record, now));
                continue;
            }

            var handedOver = site.HandOver(parents.Now(site), parent);
            List<OdsChange> changed = [.. handedOver is null ? [] : new[] { handedOver }, .. site.Update(record)];
            if (changed.Count > 0)
            {
                changes.Add(new ImportChange(row.Code, changed));
            }
        }

        db.Sites.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        return ImportReport.Applied(rows, [.. added.Select(s => $"{s.Code} {s.Name}")], changes);
    }

    private static ImportProblem ParentUnknown(OdsRow row) => new(
        row.Row, $"The code {row.Code} does not tell which trust runs {OdsNames.ToDisplay(row.Name)}. Import the trust list first, or name the trust.");

    private static ImportProblem WardsThere(OdsRow row, Trust now, int wards) => new(
        row.Row, $"{OdsNames.ToDisplay(row.Name)} has {UkFormat.Count(wards, "open ward")} of {now.Name}. Close them before another trust takes the site over.");
}
