using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Imports;

/// <summary>Takes over a trust list of the Organisation Data Service (<c>etr.csv</c>), whole or not at all.</summary>
/// <param name="File">Read once, from where it stands.</param>
public sealed record ImportTrusts(Stream File);

public sealed class ImportTrustsHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<ImportReport>> HandleAsync(ImportTrusts command, CancellationToken cancellationToken)
    {
        var reading = await OdsFile.ReadAsync(command.File, cancellationToken);
        var problems = reading.Problems.Concat(OdsRecords.Problems(reading.Rows)).ToList();
        return problems.Count > 0
            ? ImportReport.Refused(problems, reading.Rows)
            : await db.RunAsync<ImportReport>(async ct => await ApplyAsync(reading.Rows, ct), _ => null, cancellationToken);
    }

    private async Task<ImportReport> ApplyAsync(IReadOnlyList<OdsRow> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // A country has a few hundred trusts
        var known = await db.Trusts.ToDictionaryAsync(t => t.Code, cancellationToken);
        var added = new List<Trust>();
        var changes = new List<ImportChange>();
        foreach (var row in rows)
        {
            var record = OdsRecords.ToTrust(row);
            if (!known.TryGetValue(row.Code, out var trust))
            {
                added.Add(Trust.FromOds(record, now));
            }
            else if (trust.Update(record) is { Count: > 0 } changed)
            {
                changes.Add(new ImportChange(row.Code, changed));
            }
        }

        db.Trusts.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        return ImportReport.Applied(rows, [.. added.Select(t => $"{t.Code} {t.Name}")], changes);
    }
}
