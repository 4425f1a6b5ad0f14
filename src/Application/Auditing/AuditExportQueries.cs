using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Application.Exports;
using Champions.Application.Time;
using Champions.Application.Wording;
using CsvHelper;

namespace Champions.Application.Auditing;

/// <summary>Changes as a comma-separated file, the same ones as in the list, newest first.</summary>
public sealed class AuditExportQueries(AuditQueries queries)
{
    /// <summary>Each part is a read of its own, so that a slow reader of the file holds no connection of the database.</summary>
    private const int AtOnce = 500;

    private static readonly string[] Headings =
        ["Day and time", "Who", "Account", "Network address", "Kind", "What happened", "Name", "Row", "Details", "Part of the trail", "Number"];

    public async Task WriteAsync(AuditFilter filter, Actor actor, Stream to, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n", HasHeader = false }, leaveOpen: true);
        await csv.WriteRecordAsync(Headings, cancellationToken);
        AuditPlace? place = null;
        do
        {
            var part = await queries.ListAsync(filter, place, AtOnce, actor, cancellationToken);
            foreach (var row in part.Rows)
            {
                await csv.WriteRecordAsync([.. Cells(row, part.Names).Select(cell => CsvText.Safe(cell) ?? "")], cancellationToken);
            }

            place = part.Next;
        }
        while (place is not null);

        await csv.FlushAsync(cancellationToken);
    }

    private static string?[] Cells(AuditRow row, IReadOnlyDictionary<Guid, string> names)
    {
        var (day, time) = UkCalendar.ToUk(row.At);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {time:HH:mm:ss}"),
            AuditWords.Who(row, names),
            row.AccountId?.Value.ToString(),
            row.Network,
            AuditWords.Kind(row.Entity),
            AuditWords.Action(row.Action),
            Guid.TryParse(row.EntityId, out var id) ? names.GetValueOrDefault(id) : null,
            row.EntityId,
            string.Join("; ", AuditWords.Lines(row, names)),
            TrailWords.Chain(row.Chain, names),
            row.Number.ToString(CultureInfo.InvariantCulture),
        ];
    }
}
