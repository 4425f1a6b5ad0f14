using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;

namespace Champions.Application.PeopleList;

/// <summary>Another administrator has lost their second factor.</summary>
public sealed record TakeAdministratorsSecondFactor(AccountId Id);

/// <summary>Nobody does this to themselves: whoever has come in has their second factor, and changes it under their own name.</summary>
public sealed class TakeAdministratorsSecondFactorHandler(IChampionsDb db, IPeopleInReach reach, AccountEmails emails, TimeProvider clock)
{
    /// <returns>What happened. Asked for twice, the second time nothing did.</returns>
    public Task<Result<SecondFactorTaken>> HandleAsync(TakeAdministratorsSecondFactor command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<SecondFactorTaken>(
            async ct =>
            {
                var found = await reach.FindAdministratorAsync(command.Id, actor, clock.GetUtcNow(), ct);
                if (!found.IsSuccess)
                {
                    return found.Error;
                }

                found.Value.Own.Vouch();
                return await db.TakeSecondFactorAsync(reach.Accounts(actor), command.Id, emails, clock.GetUtcNow(), ct);
            },
            _ => null,
            cancellationToken);
}
