using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whose address and password these are.</summary>
public sealed record CheckPassword(string Email, string Password, Guesser Guesser);

public sealed class CheckPasswordHandler(IAccountsOfAllTrusts accounts, IPasswords passwords, GuessLimits limits, DoorLog log)
{
    /// <summary>
    /// An unknown address takes as long as a wrong password and gets the same answer, also when it was tried too often. A password that was
    /// long enough beside a second factor opens nothing once there is neither one nor a role that needs one.
    /// </summary>
    public async Task<Result<Account>> HandleAsync(CheckPassword command, CancellationToken cancellationToken)
    {
        if (command.Password.Length > PasswordRules.Most)
        {
            return AccountErrors.WrongPassword;
        }

        var normalised = Text.Normalise(command.Email);
        var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalisedEmail == normalised, cancellationToken);
        var guess = limits.TryPassword(account?.Id, normalised, command.Guesser);
        if (!guess.IsSuccess)
        {
            return log.Failed(nameof(SignInMethod.Password), account?.Id, guess.Error);
        }

        var matches = await passwords.MatchesAsync(account?.PasswordHash, command.Password, cancellationToken);
        if (!matches.IsSuccess)
        {
            // Nothing was tried: the queue was full
            guess.Value.GiveBack();
            return matches.Error;
        }

        if (!matches.Value || account is not { IsDisabled: false })
        {
            return log.Failed(nameof(SignInMethod.Password), account?.Id, AccountErrors.WrongPassword);
        }

        guess.Value.GiveBack();
        return account.NeedsLongPassword && PasswordRules.LengthOf(command.Password) < PasswordRules.LeastAlone
            ? log.Failed(nameof(SignInMethod.Password), account.Id, AccountErrors.PasswordTooShortAlone)
            : account;
    }
}
