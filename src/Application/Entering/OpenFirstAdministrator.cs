using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.Entering;

/// <summary>Makes the first administrator, for whoever reads the console of the program.</summary>
public sealed record OpenFirstAdministrator(string Code, string Email, string Name, string Password, Guesser Guesser);

public sealed class OpenFirstAdministratorHandler(
    IChampionsDb db, SetUpQueries setUp, FirstAdministrator first, IPasswords passwords, GuessLimits limits, TimeProvider clock)
{
    public async Task<Result<ProvedAccount>> HandleAsync(OpenFirstAdministrator command, CancellationToken cancellationToken)
    {
        if (!await setUp.IsNeededAsync(cancellationToken))
        {
            return AccountErrors.AlreadySetUp;
        }

        var guess = limits.TrySetUp();
        if (!guess.IsSuccess)
        {
            return guess.Error;
        }

        if (!first.IsCode(command.Code))
        {
            // It was right until somebody else was a moment quicker
            return await setUp.IsNeededAsync(cancellationToken) ? AccountErrors.WrongSetUpCode : AccountErrors.AlreadySetUp;
        }

        guess.Value.GiveBack();
        if (!EmailAddress.IsUsable(command.Email))
        {
            return StaffErrors.EmailNotUsable;
        }

        var owner = new PasswordOwner(HasSecondFactor: true, command.Name, command.Email, TrustName: null, TrustCode: null);
        if (PasswordRules.Check(command.Password, owner) is { } broken)
        {
            return broken;
        }

        var hash = await passwords.HashAsync(command.Password, cancellationToken);
        return hash.IsSuccess ? await OpenAsync(command, hash.Value, cancellationToken) : hash.Error;
    }

    /// <summary>The first administrator has an id that all nodes know: of two who do this at once, one runs into the other's key.</summary>
    private Task<Result<ProvedAccount>> OpenAsync(OpenFirstAdministrator command, string hash, CancellationToken cancellationToken) => db.RunAsync<ProvedAccount>(
        async ct =>
        {
            if (!await setUp.IsNeededAsync(ct))
            {
                return AccountErrors.AlreadySetUp;
            }

            var now = clock.GetUtcNow();
            var opened = Account.OpenFirst(command.Name, command.Email, now);
            if (!opened.IsSuccess)
            {
                return opened.Error;
            }

            var account = opened.Value;
            account.SetPassword(hash, now);
            db.Accounts.Add(account);
            await db.SaveChangesAsync(ct);
            first.Close();
            return new ProvedAccount(account.Id, account.SessionGeneration);
        },
        key => key == UniqueKeys.AccountEmail ? AccountErrors.EmailTaken : key == UniqueKeys.Account ? AccountErrors.AlreadySetUp : null,
        cancellationToken);
}
