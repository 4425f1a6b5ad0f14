using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whose address and password these are.</summary>
public sealed record CheckPassword(string Email, string Password);

public sealed class CheckPasswordHandler(IAccountsOfAllTrusts accounts, IPasswords passwords)
{
    /// <summary>An unknown address takes as long as a wrong password and gets the same answer.</summary>
    public async Task<Result<Account>> HandleAsync(CheckPassword command, CancellationToken cancellationToken)
    {
        var normalised = Text.Normalise(command.Email);
        var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalisedEmail == normalised, cancellationToken);
        var matches = await passwords.MatchesAsync(account?.PasswordHash, command.Password, cancellationToken);
        return !matches.IsSuccess ? matches.Error
            : matches.Value && account is { IsDisabled: false } ? account
            : AccountErrors.WrongPassword;
    }
}
