using Champions.Application.Jobs;
using Champions.Application.Time;
using Microsoft.Extensions.Logging;

namespace Champions.Application.HelpSlots;

/// <summary>
/// Nightly: nobody can be booked twice as long as claims agree with what is offered and booked. A difference is a bug or a
/// hand in the database; somebody must look, so the run fails and an alarm is logged.
/// </summary>
public sealed partial class CheckTimeClaims(IClaimedTime claimedTime, TimeProvider clock, ILogger<CheckTimeClaims> log) : IRecurringJob
{
    private const int Named = 4;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var differences = await claimedTime.CompareAsync(clock.GetUtcNow(), cancellationToken);
        if (differences.Count == 0)
        {
            return null;
        }

        foreach (var difference in differences)
        {
            ClaimedTimeDiffers(log, difference);
        }

        var more = differences.Count > Named ? $"; and {UkFormat.Number(differences.Count - Named)} more" : "";
        throw new JobFailedException(
            $"{UkFormat.Count(differences.Count, "difference")} in claimed time: {string.Join("; ", differences.Take(Named))}{more}");
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Critical, Message = "Claimed time differs: {Difference}")]
    private static partial void ClaimedTimeDiffers(ILogger log, ClaimDifference difference);
}
