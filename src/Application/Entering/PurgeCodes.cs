using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;

namespace Champions.Application.Entering;

/// <summary>Nightly: codes and links that ended more than a day ago let nobody in and go.</summary>
public sealed class PurgeCodes(IForgetting forgetting, TimeProvider clock) : IRecurringJob
{
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = await forgetting.DeleteCodesAsync(clock.GetUtcNow().AddDays(-1), cancellationToken);
        return deleted == 0 ? null : $"{UkFormat.Count(deleted, "code")} deleted";
    }
}
