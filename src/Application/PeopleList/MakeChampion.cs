using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>Agrees the champion's role with somebody, or says anew which systems a champion knows.</summary>
/// <param name="Id">The person.</param>
/// <param name="Systems">The systems they know, of the catalogue of their trust.</param>
public sealed record MakeChampion(StaffMemberId Id, IReadOnlyCollection<DigitalSystemId> Systems);

public sealed class MakeChampionHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    /// <returns>The champion. The same answers sent twice make one.</returns>
    public Task<Result<ChampionId>> HandleAsync(MakeChampion command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(
            ct => MakeAsync(command, actor, ct), key => key == UniqueKeys.AccountEmail ? PeopleErrors.AddressElsewhere : null, cancellationToken);

    private async Task<Result<ChampionId>> MakeAsync(MakeChampion command, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await reach.FindToChangeAsync(command.Id, actor, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var person = found.Value.Person;
        if (person.LeftOn is not null)
        {
            return PeopleErrors.Left;
        }

        var systems = command.Systems.Distinct().ToList();
        var known = await reach.Systems(actor).CountAsync(s => s.TrustId == person.TrustId && systems.Contains(s.Id), cancellationToken);
        if (known != systems.Count)
        {
            return PeopleErrors.SystemNotFound;
        }

        var champion = await reach.Champions(actor).Include(c => c.Systems).FirstOrDefaultAsync(c => c.StaffMemberId == person.Id, cancellationToken);
        var isNew = champion is null;
        if (champion is null)
        {
            champion = Champion.Agree(person.TrustId, person.Id, UkCalendar.DateOf(now), now);
            db.Champions.Add(champion);
        }

        if (isNew || champion.Status is not (ChampionStatus.Active or ChampionStatus.Paused))
        {
            champion.AgreeAgain(UkCalendar.DateOf(now));
            await TellAsync(person, found.Value.Account, actor, now, cancellationToken);
        }

        champion.Know(systems);
        await db.SaveChangesAsync(cancellationToken);
        return champion.Id;
    }

    /// <summary>Somebody who had no account gets one, and an invitation.</summary>
    private async Task TellAsync(StaffMember person, Account? account, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (account is not null)
        {
            db.TellOfChampion(emails, account, isOne: true);
            return;
        }

        account = Account.For(person, Roles.None, now);
        db.Accounts.Add(account);
        await db.InviteAsync(emails, reach, account, Roles.Champion, actor, cancellationToken);
    }
}
