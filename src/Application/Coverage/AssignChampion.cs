using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <param name="Ward">The ward to be looked after.</param>
/// <param name="Champion">Who will.</param>
/// <param name="From">First day, UK.</param>
/// <param name="Until">Last day, UK; null for no end.</param>
public sealed record AssignChampion(WardId Ward, ChampionId Champion, DateOnly From, DateOnly? Until);

/// <summary>Puts a champion on a ward.</summary>
public sealed class AssignChampionHandler(IChampionsDb db, TimeProvider clock)
{
    /// <summary>The same answers sent twice find the assignment that the first sending made.</summary>
    public async Task<Result<WardAssignmentId>> HandleAsync(AssignChampion command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsCoordinator)
        {
            return ChampionErrors.NotAllowed;
        }

        return await db.RunAsync(ct => AssignAsync(command, ct), OnTaken, cancellationToken);
    }

    private async Task<Result<WardAssignmentId>> AssignAsync(AssignChampion command, CancellationToken cancellationToken)
    {
        var ward = await db.Wards.AsNoTracking().FirstOrDefaultAsync(w => w.Id == command.Ward, cancellationToken);
        var champion = await db.Champions.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == command.Champion, cancellationToken);
        if (ward is null || champion is null)
        {
            return ward is null ? WardErrors.NotFound : ChampionErrors.NotFound;
        }

        if (champion.Assignments.FirstOrDefault(a => a.WardId == ward.Id && a.From == command.From && a.Until == command.Until) is { IsCalledOff: false } same)
        {
            return same.Id;
        }

        if (ward.ClosedOn is not null)
        {
            return WardErrors.Closed;
        }

        var now = clock.GetUtcNow();
        var assigned = champion.Assign(ward.Id, command.From, command.Until, UkCalendar.DateOf(now), now);
        if (!assigned.IsSuccess)
        {
            return assigned.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return assigned.Value.Id;
    }

    private static Error? OnTaken(string key) => key == UniqueKeys.OpenAssignment ? ChampionErrors.AlreadyAssigned : null;
}
