using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.Privacy;

/// <summary>
/// Takes away for good whose a leaver's records are. What they did still counts; what they promised is cancelled, and those concerned are
/// told.
/// </summary>
public sealed record AnonymisePerson(StaffMemberId Id);

public sealed class AnonymisePersonHandler(IChampionsDb db, IPeopleInReach reach, IForgetting forgetting, TimeProvider clock)
{
    /// <returns>The name the person had.</returns>
    public Task<Result<string>> HandleAsync(AnonymisePerson command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct => actor.Is(Roles.Administrator) ? await AnonymiseAsync(command, actor, ct) : PeopleErrors.OnlyAdministrators,
        _ => null,
        cancellationToken);

    private async Task<Result<string>> AnonymiseAsync(AnonymisePerson command, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await reach.FindToChangeAsync(command.Id, actor, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (person, account) = found.Value;
        if (person.LeftOn is null)
        {
            return PeopleErrors.NotLeft;
        }

        var name = person.Name;
        await db.InTransactionAsync(ct => db.AnonymiseAsync(reach, forgetting, person, account, actor, now, ct), cancellationToken);
        return name;
    }
}

internal static class Anonymising
{
    /// <summary>What both the administrator and the nightly job do, inside their transaction. Tells how many texts were cleared.</summary>
    public static async Task<int> AnonymiseAsync(
        this IChampionsDb db,
        IPeopleInReach reach,
        IForgetting forgetting,
        StaffMember person,
        Account? account,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Promises were given up on the day the person left, unless one was made for them since. A save of its own, because those concerned
        // are told, and their calendars take back, what the person by the name they knew had promised.
        await db.GiveBackBookingsAsync(reach, person.Id, actor, now, cancellationToken);
        await db.EndChampionAsync(reach, person.Id, actor, now, cancellationToken);
        await reach.CloseFollowUpsAsync(person.Id, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        var toForget = new PersonToForget(person.Id, person.TrustId, person.Name, person.Email);
        person.Anonymise(UkCalendar.DateOf(now));
        account?.Anonymise(person.Name, person.Email);
        await db.SaveChangesAsync(cancellationToken);
        return await forgetting.ForgetPersonAsync(toForget, cancellationToken);
    }
}
