using Champions.Application.Jobs;
using Champions.Application.Time;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Auditing;

/// <summary>Nightly: every row of every chain. What does not hold is a hand in the database, so the run fails and an alarm is logged.</summary>
public sealed partial class CheckAuditTrail(IAuditOfAllTrusts trail, IAnchorFile file, ChainReader reader, ILogger<CheckAuditTrail> log) : IRecurringJob
{
    private const int Named = 4;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var (rows, broken) = (0L, new List<string>());
        var lines = await file.ReadAsync(cancellationToken);
        broken.AddRange(lines.Unreadable.Select(line => $"line {line} of the file of anchors"));
        var chains = (await trail.ChainsAsync(cancellationToken)).Union(lines.Anchors.Select(a => a.Key)).ToList();
        foreach (var chain in chains)
        {
            var report = await reader.CheckAsync(chain, lines, cancellationToken);
            rows += report.Number;
            if (report.Break is { } found)
            {
                broken.Add($"{chain}: {found}");
            }
        }

        if (broken.Count == 0)
        {
            return $"{rows} rows in {UkFormat.Count(chains.Count, "chain")} hold";
        }

        broken.ForEach(found => DoesNotHold(log, found));
        var more = broken.Count > Named ? $"; and {UkFormat.Number(broken.Count - Named)} more" : "";
        throw new JobFailedException($"The audit trail does not hold: {string.Join("; ", broken.Take(Named))}{more}");
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Critical, Message = "The audit trail does not hold: {Break}")]
    private static partial void DoesNotHold(ILogger log, string @break);
}
