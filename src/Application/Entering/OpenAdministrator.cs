using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.Entering;

/// <summary>Makes an administrator who works for no trust; for the command line alone.</summary>
public sealed record OpenAdministrator(string Email, string Name, string Password);

public sealed class OpenAdministratorHandler(IChampionsDb db, IPasswords passwords, TimeProvider clock)
{
    public async Task<Result<AccountId>> HandleAsync(OpenAdministrator command, CancellationToken cancellationToken)
    {
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

    private Task<Result<AccountId>> OpenAsync(OpenAdministrator command, string hash, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var account = Account.Open(null, null, command.Name, command.Email, Roles.Administrator, now);
            account.SetPassword(hash, now);
            db.Accounts.Add(account);
            await db.SaveChangesAsync(ct);
            return account.Id;
        },
        key => key == UniqueKeys.AccountEmail ? AccountErrors.EmailTaken : null,
        cancellationToken);
}
