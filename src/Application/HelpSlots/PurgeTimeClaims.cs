using Champions.Application.Jobs;
using Champions.Application.Time;

namespace Champions.Application.HelpSlots;

/// <summary>Nightly: claims that are more than a day past can stop nobody from booking and go.</summary>
public sealed class PurgeTimeClaims(IClaimedTime claimedTime, TimeProvider clock) : IRecurringJob
{
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = await claimedTime.DeleteBeforeAsync(clock.GetUtcNow().AddDays(-1), cancellationToken);
        return deleted == 0 ? null : $"{UkFormat.Count(deleted, "past claim")} deleted";
    }
}
