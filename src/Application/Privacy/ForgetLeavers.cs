using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Privacy;

/// <summary>
/// Nightly: takes the names of those away who left longer ago than their trust keeps names, each in a transaction of its own, and clears
/// emails that had still to leave when a name went. Whoever cannot be done tonight holds up nobody and is tried again the next night.
/// </summary>
public sealed partial class ForgetLeavers(
    IChampionsDb db, IPeopleInReach reach, IForgetting forgetting, TimeProvider clock, ILogger<ForgetLeavers> log) : IRecurringJob
{
    private const int MostInOneNight = 500;

    private static readonly Actor Everywhere = new(default, default, null, Roles.Administrator);

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var trusts = await db.Trusts.AsNoTracking().Where(t => t.UsesChampions).OrderBy(t => t.Code)
            .Select(t => new { t.Id, t.LeaversMonths }).ToListAsync(cancellationToken);
        var (forgotten, failed) = (0, 0);
        foreach (var trust in trusts)
        {
            var before = today.AddMonths(-trust.LeaversMonths);
            var due = await reach.People(Everywhere).AsNoTracking()
                .Where(p => p.TrustId == trust.Id && p.LeftOn < before && !p.IsAnonymised)
                .OrderBy(p => p.LeftOn).ThenBy(p => p.Id).Select(p => p.Id).Take(MostInOneNight).ToListAsync(cancellationToken);
            foreach (var person in due)
            {
                var done = await TryAsync(person, now, cancellationToken);
                (forgotten, failed) = done ? (forgotten + 1, failed) : (forgotten, failed + 1);
            }
        }

        var emails = await forgetting.ForgetSentAsync(cancellationToken);
        List<string> told = [];
        if (forgotten > 0)
        {
            told.Add($"{UkFormat.Count(forgotten, "leaver")} anonymised");
        }

        if (emails > 0)
        {
            told.Add($"{UkFormat.Count(emails, "email")} cleared");
        }

        if (failed > 0)
        {
            throw new JobFailedException(string.Join(", ", [.. told, $"{UkFormat.Count(failed, "leaver")} could not be anonymised and will be tried again tomorrow"]));
        }

        return told.Count == 0 ? null : string.Join(", ", told);
    }

    private async Task<bool> TryAsync(StaffMemberId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return (await db.RunAsync(ct => ForgetAsync(id, now, ct), _ => null, cancellationToken)).IsSuccess;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            NotAnonymised(log, id.Value, fault.GetType().Name);
            return false;
        }
    }

    private async Task<Result<bool>> ForgetAsync(StaffMemberId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await reach.People(Everywhere).FirstOrDefaultAsync(p => p.Id == id && !p.IsAnonymised && p.LeftOn != null, cancellationToken);
        if (person is null)
        {
            // Meanwhile they came back, or somebody was quicker
            return true;
        }

        var account = await reach.Accounts(Everywhere).FirstOrDefaultAsync(a => a.StaffMemberId == id, cancellationToken);
        await db.InTransactionAsync(ct => db.AnonymiseAsync(reach, forgetting, person, account, Everywhere, now, ct), cancellationToken);
        return true;
    }

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "A leaver could not be anonymised: {Person}, {Fault}")]
    private static partial void NotAnonymised(ILogger log, Guid person, string fault);
}
