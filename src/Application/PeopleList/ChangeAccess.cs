using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.PeopleList;

/// <summary>What is done to somebody's way in.</summary>
public enum AccessChange
{
    /// <summary>Every device of theirs must log in again.</summary>
    LogOutEverywhere,

    /// <summary>They cannot log in until somebody lets them.</summary>
    Disable,
    Enable,

    /// <summary>They no longer work for the trust: what they promised is cancelled, and they cannot log in.</summary>
    Leave,
    ComeBack,
}

public sealed record ChangeAccess(StaffMemberId Id, AccessChange Change);

public sealed class ChangeAccessHandler(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    /// <returns>What happened. Asked for twice, the second time nothing did.</returns>
    public Task<Result<AccessChanged>> HandleAsync(ChangeAccess command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(ct => ChangeAsync(command, actor, ct), _ => null, cancellationToken);

    private async Task<Result<AccessChanged>> ChangeAsync(ChangeAccess command, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await reach.FindToChangeAsync(command.Id, actor, now, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (person, account) = found.Value;
        if (command.Change is AccessChange.Enable or AccessChange.Disable && person.LeftOn is not null)
        {
            return PeopleErrors.Left;
        }

        var changed = new AccessChanged(person.Name, IsNothing(command.Change, person, account), 0, 0);
        if (changed.IsNothing)
        {
            return changed;
        }

        if (command.Change == AccessChange.Leave)
        {
            changed = await LeaveAsync(person, changed, actor, now, cancellationToken);
        }

        Apply(command.Change, person, account, UkCalendar.DateOf(now));
        if (command.Change is AccessChange.LogOutEverywhere or AccessChange.Disable or AccessChange.Leave)
        {
            await db.VoidCodesAsync(account?.NormalisedEmail ?? person.NormalisedEmail, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static bool IsNothing(AccessChange change, StaffMember person, Account? account) => change switch
    {
        AccessChange.LogOutEverywhere => account is null,
        AccessChange.Disable => account is not { IsDisabled: false },
        AccessChange.Enable => account is not { IsDisabled: true },
        AccessChange.Leave => person.LeftOn is not null,
        _ => person.LeftOn is null,
    };

    private static void Apply(AccessChange change, StaffMember person, Account? account, DateOnly today)
    {
        switch (change)
        {
            case AccessChange.LogOutEverywhere:
                account?.EndSessions();
                break;
            case AccessChange.Disable:
                account?.Disable();
                break;
            case AccessChange.Enable:
                account?.Enable();
                break;
            case AccessChange.Leave:
                person.Leave(today);
                account?.Disable();
                break;
            default:
                person.ComeBack();
                account?.Enable();
                break;
        }
    }

    private async Task<AccessChanged> LeaveAsync(
        StaffMember person, AccessChanged changed, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bookings = await db.GiveBackBookingsAsync(reach, person.Id, actor, now, cancellationToken);
        var times = await db.EndChampionAsync(reach, person.Id, actor, now, cancellationToken);
        return changed with { TimesCancelled = times, BookingsCancelled = bookings };
    }
}

/// <param name="Name">Of the person.</param>
/// <param name="IsNothing">It was so already.</param>
/// <param name="TimesCancelled">Times the person offered and can no longer keep.</param>
/// <param name="BookingsCancelled">Places the person had booked and no longer needs.</param>
public sealed record AccessChanged(string Name, bool IsNothing, int TimesCancelled, int BookingsCancelled);
