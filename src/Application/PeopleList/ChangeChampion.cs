using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

public enum ChampionChange
{
    Pause,
    Resume,

    /// <summary>They give the role up: what they look after ends today, and the times they offer are cancelled.</summary>
    StepDown,
}

/// <summary>Pauses a champion's role, takes it up again, or ends it.</summary>
public sealed record ChangeChampion(StaffMemberId Id, ChampionChange Change);

public sealed class ChangeChampionHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    /// <returns>How many offered times were cancelled. Asking twice changes nothing.</returns>
    public Task<Result<int>> HandleAsync(ChangeChampion command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => ChangeAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<int>> ChangeAsync(ChangeChampion command, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await reach.FindToChangeAsync(command.Id, actor, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var champion = await reach.Champions(actor).FirstOrDefaultAsync(c => c.StaffMemberId == command.Id, cancellationToken);
        if (champion is null)
        {
            return ChampionErrors.NotChampion;
        }

        if (command.Change == ChampionChange.StepDown)
        {
            if (champion.Status is ChampionStatus.Active or ChampionStatus.Paused && found.Value.Account is { } account)
            {
                db.TellOfChampion(emails, account, isOne: false);
            }

            var cancelled = await db.EndChampionAsync(reach, command.Id, actor, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return cancelled;
        }

        var changed = command.Change == ChampionChange.Pause ? champion.Pause() : champion.Resume();
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return 0;
    }
}
