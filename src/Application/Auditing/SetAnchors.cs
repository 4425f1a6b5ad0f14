using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Auditing;

/// <summary>
/// Once each UK day: writes down where each chain ends, in the database and in a file outside it, after checking what came since the last
/// time. Looks every hour whether the day has its anchors, so a day that began without the program gets them as soon as it runs.
/// </summary>
public sealed class SetAnchors(
    IChampionsDb db, IAuditOfAllTrusts trail, IAnchorFile file, ChainReader reader, IAuditSeal seal, TimeProvider clock) : IRecurringJob
{
    private const int Named = 4;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        var lines = await ReadFileAsync(cancellationToken);
        List<AuditAnchor> set = [];
        List<string> broken = [];
        foreach (var end in await trail.Ends.OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            var last = await trail.Anchors.Where(a => a.Chain == end.Id).OrderByDescending(a => a.Day).FirstOrDefaultAsync(cancellationToken);
            if (last is not null && !lines.Anchors[end.Id].Any(a => a.Day == last.Day))
            {
                // The program ended between the database and the file; only the newest anchor can be missing for that reason
                await WriteFileAsync([last], cancellationToken);
                lines = await ReadFileAsync(cancellationToken);
            }

            if (last?.Day >= today || last?.Number == end.Number || (last is null && end.Number == 0))
            {
                continue;
            }

            var report = await reader.CheckNewAsync(end.Id, lines, cancellationToken);
            if (report.Break is { } found)
            {
                broken.Add($"{end.Id}: {found}");
            }
            else
            {
                set.Add(new AuditAnchor(end.Id, today, report.Number, report.Hash, seal.MarkOf(end.Id, today, report.Number, report.Hash)));
            }
        }

        var stored = await StoreAsync(set, cancellationToken);
        await WriteFileAsync(stored, cancellationToken);
        if (broken.Count > 0)
        {
            throw new JobFailedException($"{UkFormat.Count(broken.Count, "chain")} of the audit trail did not hold: {string.Join("; ", broken.Take(Named))}");
        }

        return stored.Count == 0 ? null : $"{UkFormat.Count(stored.Count, "chain")} anchored";
    }

    /// <summary>Those that no other node has set.</summary>
    private async Task<IReadOnlyCollection<AuditAnchor>> StoreAsync(List<AuditAnchor> anchors, CancellationToken cancellationToken)
    {
        if (anchors.Count == 0)
        {
            return [];
        }

        var stored = await db.RunAsync<IReadOnlyCollection<AuditAnchor>>(
            async ct =>
            {
                var day = anchors[0].Day;
                var there = await trail.Anchors.Where(a => a.Day == day).Select(a => a.Chain).ToListAsync(ct);
                var missing = anchors.Where(a => !there.Contains(a.Chain)).ToList();
                db.AuditAnchors.AddRange(missing);
                await db.SaveChangesAsync(ct);
                return missing;
            },
            _ => null,
            cancellationToken);
        return stored.IsSuccess ? stored.Value : throw new JobFailedException("Another process was setting the anchors at the same time.");
    }

    private async Task<AnchorLines> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException("The file of anchors cannot be read. Check Audit:AnchorFile.");
        }
    }

    private async Task WriteFileAsync(IReadOnlyCollection<AuditAnchor> anchors, CancellationToken cancellationToken)
    {
        if (anchors.Count == 0)
        {
            return;
        }

        try
        {
            await file.AppendAsync(anchors, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException("The file of anchors cannot be written. Check Audit:AnchorFile.");
        }
    }
}
