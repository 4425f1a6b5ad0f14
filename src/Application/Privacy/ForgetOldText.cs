using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Privacy;

/// <summary>
/// Nightly: clears free text and emails that a trust no longer keeps, and forgets devices that were logged out long ago. A trust that cannot be
/// done tonight holds up no other and is tried again the next night.
/// </summary>
public sealed partial class ForgetOldText(IChampionsDb db, IForgetting forgetting, TimeProvider clock, ILogger<ForgetOldText> log) : IRecurringJob
{
    private const int DaysOfDevices = 90;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var trusts = await db.Trusts.AsNoTracking().Where(t => t.UsesChampions).OrderBy(t => t.Code)
            .Select(t => new { t.Id, t.NotesMonths }).ToListAsync(cancellationToken);
        var (texts, failed) = (0, 0);
        foreach (var trust in trusts)
        {
            try
            {
                texts += await forgetting.ForgetTextAsync(trust.Id, UkCalendar.StartOfDay(today.AddMonths(-trust.NotesMonths)), cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                NotCleared(log, trust.Id.Value, fault.GetType().Name);
                failed++;
            }
        }

        var devices = await forgetting.DeleteSessionsAsync(now.AddDays(-DaysOfDevices), cancellationToken);
        List<string> done = [];
        if (texts > 0)
        {
            done.Add($"{UkFormat.Count(texts, "text")} cleared");
        }

        if (devices > 0)
        {
            done.Add($"{UkFormat.Count(devices, "device")} forgotten");
        }

        if (failed > 0)
        {
            throw new JobFailedException(string.Join(", ", [.. done, $"the texts of {UkFormat.Count(failed, "trust")} could not be cleared and will be tried again tomorrow"]));
        }

        return done.Count == 0 ? null : string.Join(", ", done);
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "Old texts of a trust could not be cleared: {Trust}, {Fault}")]
    private static partial void NotCleared(ILogger log, Guid trust, string fault);
}
