using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Time;
using Champions.Domain.Common;

namespace Champions.Application.Reminders;

/// <summary>
/// Looks for reminders that are due and were not planned yet, however long ago they came due, and queues each once. Late by an outage, only the newest
/// about a subject is queued; those before it are noted as dropped.
/// </summary>
internal sealed class SweepReminders(IChampionsDb db, BookingReminders bookings, FollowUpReminders followUps, ClockWatch clock) : IRecurringJob
{
    /// <summary>So many subjects are planned in one transaction.</summary>
    public const int Batch = 100;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        if (!clock.IsSteady())
        {
            throw new JobFailedException("This machine's clock was set. Reminders wait until it has gone steadily for 5 minutes.");
        }

        var swept = await RepeatAsync(bookings.PlanAsync, cancellationToken) + await RepeatAsync(followUps.PlanAsync, cancellationToken);
        return swept.Words();
    }

    /// <summary>
    /// Batch after batch, each read afresh. When another node sweeps at the same moment, the unique key of the reminders lets one of the two
    /// through; the other reads again and finds nothing left to do.
    /// </summary>
    private async Task<Swept> RepeatAsync(Func<IChampionsDb, CancellationToken, Task<Swept>> plan, CancellationToken cancellationToken)
    {
        var total = new Swept(0, 0, 0);
        Swept last;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await db.RunAsync<Swept>(
                async ct =>
                {
                    var swept = await plan(db, ct);
                    await db.SaveChangesAsync(ct);
                    return swept;
                },
                _ => null,
                cancellationToken);
            last = batch.IsSuccess ? batch.Value : throw new JobFailedException("The database was too busy to plan reminders. The next run will.");
            total += last;
        }
        while (last.Subjects == Batch);

        return total;
    }
}

/// <summary>What a sweep did.</summary>
/// <param name="Subjects">Bookings or follow-ups looked after.</param>
/// <param name="Queued">Emails queued.</param>
/// <param name="Dropped">Reminders whose time had passed.</param>
internal sealed record Swept(int Subjects, int Queued, int Dropped)
{
    public static Swept operator +(Swept one, Swept other) =>
        new(one.Subjects + other.Subjects, one.Queued + other.Queued, one.Dropped + other.Dropped);

    /// <summary>"3 reminders queued, 2 dropped because their time had passed"; null when there was nothing to do.</summary>
    public string? Words() => (Queued, Dropped) switch
    {
        (0, 0) => null,
        (_, 0) => $"{UkFormat.Count(Queued, "reminder")} queued",
        (0, _) => $"{UkFormat.Count(Dropped, "reminder")} dropped because their time had passed",
        _ => $"{UkFormat.Count(Queued, "reminder")} queued, {UkFormat.Number(Dropped)} dropped because their time had passed",
    };
}
