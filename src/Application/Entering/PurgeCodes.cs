using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Nightly: codes and links that ended more than a day ago let nobody in and go.</summary>
public sealed class PurgeCodes(IChampionsDb db, TimeProvider clock) : IRecurringJob
{
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-1);
        var deleted = await db.InTransactionAsync(
            ct => db.OneTimeCodes.Where(c => c.ExpiresAt < before).ExecuteDeleteAsync(ct), cancellationToken);
        return deleted == 0 ? null : $"{UkFormat.Count(deleted, "code")} deleted";
    }
}
