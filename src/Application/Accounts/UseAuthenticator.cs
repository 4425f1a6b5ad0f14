using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Takes one's own authenticator app into use, in place of the one before. Ends every session of the account.</summary>
public sealed record UseAuthenticator(string SealedKey, string Code, string Device, Guesser Guesser);

public sealed class UseAuthenticatorHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, IAuthenticatorApps apps, AccountEmails emails, GuessLimits limits, TimeProvider clock)
{
    public async Task<Result<NewRecoveryCodes>> HandleAsync(UseAuthenticator command, Actor actor, CancellationToken cancellationToken)
    {
        var guess = limits.TrySecondFactor(actor.AccountId, command.Guesser);
        if (!guess.IsSuccess)
        {
            return guess.Error;
        }

        if (apps.Confirm(actor.AccountId, command.SealedKey, NewAuthenticator.DigitsOf(command.Code)) is not { } confirmed)
        {
            return AccountErrors.WrongCode;
        }

        guess.Value.GiveBack();
        var codes = NewRecoveryCodes.Make();
        return await db.RunAsync<NewRecoveryCodes>(
            async ct =>
            {
                var account = await accounts.Accounts.Include(a => a.RecoveryCodes).FirstAsync(a => a.Id == actor.AccountId, ct);
                if (!account.IsFresh(actor, clock.GetUtcNow()))
                {
                    return AccountErrors.NotFresh;
                }

                db.OutboxEmails.Add(account.TakeIntoUse(confirmed, codes, emails, command.Device));
                await db.SaveChangesAsync(ct);
                return codes;
            },
            _ => null,
            cancellationToken);
    }
}
