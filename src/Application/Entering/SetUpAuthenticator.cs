using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>At the door: the first authenticator app of somebody who must have a second factor and has none.</summary>
/// <param name="AccountId">Who has proved the first factor.</param>
/// <param name="Generation">The account's generation of sessions when they did.</param>
/// <param name="SealedKey">Of the offer.</param>
/// <param name="Code">As typed.</param>
/// <param name="Device">In our words, for the email.</param>
/// <param name="Guesser">Who tries.</param>
public sealed record SetUpAuthenticator(AccountId AccountId, int Generation, string SealedKey, string Code, string Device, Guesser Guesser);

public sealed class SetUpAuthenticatorHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, IAuthenticatorApps apps, AccountEmails emails, GuessLimits limits)
{
    public async Task<Result<NewRecoveryCodes>> HandleAsync(SetUpAuthenticator command, CancellationToken cancellationToken)
    {
        var guess = limits.TrySecondFactor(command.AccountId, command.Guesser);
        if (!guess.IsSuccess)
        {
            return guess.Error;
        }

        if (apps.Confirm(command.AccountId, command.SealedKey, NewAuthenticator.DigitsOf(command.Code)) is not { } confirmed)
        {
            return AccountErrors.WrongCode;
        }

        guess.Value.GiveBack();
        var codes = NewRecoveryCodes.Make();
        return await db.RunAsync<NewRecoveryCodes>(
            async ct =>
            {
                var account = await accounts.Accounts.Include(a => a.RecoveryCodes).FirstOrDefaultAsync(a => a.Id == command.AccountId, ct);
                if (account is not { IsDisabled: false } || account.SessionGeneration != command.Generation)
                {
                    return AccountErrors.Closed;
                }

                // Else whoever knows the password alone could put their own app in place of the person's
                if (account.HasAuthenticator || await db.Passkeys.AnyAsync(p => p.AccountId == account.Id, ct))
                {
                    return AccountErrors.HasSecondFactor;
                }

                db.OutboxEmails.Add(account.TakeIntoUse(confirmed, codes, emails, command.Device));
                await db.SaveChangesAsync(ct);
                return codes;
            },
            _ => null,
            cancellationToken);
    }
}
