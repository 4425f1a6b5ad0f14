using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whether this is a code of the account's app, or one of its recovery codes.</summary>
/// <param name="AccountId">Who has proved the first factor.</param>
/// <param name="Code">As typed.</param>
/// <param name="Device">In our words, for the email about a used recovery code.</param>
/// <param name="Guesser">Who tries.</param>
public sealed record CheckSecondFactor(AccountId AccountId, string Code, string Device, Guesser Guesser);

/// <param name="RecoveryCodesLeft">Null when the code came from the app.</param>
public sealed record SecondFactorGiven(int? RecoveryCodesLeft);

public sealed class CheckSecondFactorHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, IAuthenticatorApps apps, AccountEmails emails, GuessLimits limits, DoorLog log, TimeProvider clock)
{
    public async Task<Result<SecondFactorGiven>> HandleAsync(CheckSecondFactor command, CancellationToken cancellationToken)
    {
        var guess = limits.TrySecondFactor(command.AccountId, command.Guesser);
        if (!guess.IsSuccess)
        {
            return log.Failed(DoorLog.SecondFactor, command.AccountId, guess.Error);
        }

        var given = await db.RunAsync(ct => UseAsync(command, ct), _ => null, cancellationToken);
        if (!given.IsSuccess)
        {
            return log.Failed(DoorLog.SecondFactor, command.AccountId, given.Error);
        }

        guess.Value.GiveBack();
        return given;
    }

    /// <summary>Two requests with one code read the same version of the account, and only one of them stores.</summary>
    private async Task<Result<SecondFactorGiven>> UseAsync(CheckSecondFactor command, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.Include(a => a.RecoveryCodes).FirstOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
        if (account is not { IsDisabled: false })
        {
            return AccountErrors.Closed;
        }

        int? left = null;
        if (account.AuthenticatorKey is { } key && apps.StepOf(account.Id, key, NewAuthenticator.DigitsOf(command.Code)) is { } step)
        {
            if (!account.AcceptStep(step))
            {
                return AccountErrors.WrongCode;
            }
        }
        else if (RecoveryCodes.HashOf(command.Code) is { } hash && account.UseRecoveryCode(hash, clock.GetUtcNow()))
        {
            left = account.RecoveryCodes.Count(c => c.UsedAt is null);
            db.OutboxEmails.Add(emails.Changed(account, "A recovery code was used to log in to Champions.", command.Device));
        }
        else
        {
            return AccountErrors.WrongCode;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SecondFactorGiven(left);
    }
}
