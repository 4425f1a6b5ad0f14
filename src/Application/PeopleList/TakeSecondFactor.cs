using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;

namespace Champions.Application.PeopleList;

/// <summary>Somebody has lost their second factor, and whoever looks after them has checked that it is them who says so.</summary>
public sealed record TakeSecondFactor(StaffMemberId Id);

public sealed class TakeSecondFactorHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    /// <returns>What happened. Asked for twice, the second time nothing did.</returns>
    public Task<Result<SecondFactorTaken>> HandleAsync(TakeSecondFactor command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<SecondFactorTaken>(
            async ct =>
            {
                var found = await reach.FindToChangeAsync(command.Id, actor, clock.GetUtcNow(), ct);
                return found switch
                {
                    { IsSuccess: false } => found.Error,
                    { Value.Person: { LeftOn: not null } } => PeopleErrors.Left,
                    { Value: { Account: { } account } } => await db.TakeSecondFactorAsync(reach.Accounts(actor), account.Id, emails, clock.GetUtcNow(), ct),
                    _ => new SecondFactorTaken(found.Value.Person.Name, IsNothing: true),
                };
            },
            _ => null,
            cancellationToken);
}
