using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Privacy;

/// <summary>Nightly: clears free text and emails that a trust no longer keeps, and forgets devices that were logged out long ago.</summary>
public sealed class ForgetOldText(IChampionsDb db, IForgetting forgetting, TimeProvider clock) : IRecurringJob
{
    private const int DaysOfDevices = 90;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var trusts = await db.Trusts.AsNoTracking().Where(t => t.UsesChampions).OrderBy(t => t.Code)
            .Select(t => new { t.Id, t.NotesMonths }).ToListAsync(cancellationToken);
        var texts = 0;
        foreach (var trust in trusts)
        {
            texts += await forgetting.ForgetTextAsync(trust.Id, UkCalendar.StartOfDay(today.AddMonths(-trust.NotesMonths)), cancellationToken);
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

        return done.Count == 0 ? null : string.Join(", ", done);
    }
}
