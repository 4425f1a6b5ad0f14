using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Coverage;

/// <param name="Ward">The ward in whose name the assignment was found.</param>
/// <param name="Assignment">Which assignment.</param>
/// <param name="LastDay">UK day; before the start it calls off an assignment that has not begun.</param>
public sealed record EndAssignment(WardId Ward, WardAssignmentId Assignment, DateOnly LastDay);

/// <summary>Gives an assignment its last day.</summary>
public sealed class EndAssignmentHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The last day as it is stored.</returns>
    public async Task<Result<DateOnly>> HandleAsync(EndAssignment command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsCoordinator)
        {
            return ChampionErrors.NotAllowed;
        }

        return await db.RunAsync(ct => EndAsync(command, ct), OnTaken, cancellationToken);
    }

    private async Task<Result<DateOnly>> EndAsync(EndAssignment command, CancellationToken cancellationToken)
    {
        var champion = await db.Champions
            .Include(c => c.Assignments)
            .FirstOrDefaultAsync(c => c.Assignments.Any(a => a.Id == command.Assignment && a.WardId == command.Ward), cancellationToken);
        if (champion is null)
        {
            return ChampionErrors.AssignmentNotFound;
        }

        var ended = champion.EndAssignment(command.Assignment, command.LastDay, UkCalendar.DateOf(clock.GetUtcNow()));
        if (!ended.IsSuccess)
        {
            return ended.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return champion.Assignments.Single(a => a.Id == command.Assignment).Until!.Value;
    }

    private static Error? OnTaken(string key) => key == UniqueKeys.OpenAssignment ? ChampionErrors.AlreadyAssigned : null;
}
