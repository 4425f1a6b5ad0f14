using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Outbox;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Sets one's own password, the first or another. Ends every session of the account.</summary>
public sealed record ChangePassword(string Password, string Device);

public sealed class ChangePasswordHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, IPasswords passwords, AccountEmails emails, TimeProvider clock)
{
    public async Task<Result<AccountId>> HandleAsync(ChangePassword command, Actor actor, CancellationToken cancellationToken)
    {
        var (account, owner) = await accounts.OwnerAsync(db, actor.AccountId, cancellationToken);
        if (!account.IsFresh(actor, clock.GetUtcNow()))
        {
            return AccountErrors.NotFresh;
        }

        if (PasswordRules.Check(command.Password, owner) is { } broken)
        {
            return broken;
        }

        var hash = await passwords.HashAsync(command.Password, cancellationToken);
        return hash.IsSuccess ? await SetAsync(command, hash.Value, actor, cancellationToken) : hash.Error;
    }

    private Task<Result<AccountId>> SetAsync(ChangePassword command, string hash, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<AccountId>(
            async ct =>
            {
                var account = await accounts.Accounts.FirstAsync(a => a.Id == actor.AccountId, ct);
                if (!account.IsFresh(actor, clock.GetUtcNow()))
                {
                    // It was while the password was hashed
                    return AccountErrors.NotFresh;
                }

                var happened = account.PasswordHash is null ? "A password was set." : "Your password was changed.";
                account.SetPassword(hash, clock.GetUtcNow());
                await db.VoidCodesAsync(account.NormalisedEmail, clock.GetUtcNow(), ct);
                db.OutboxEmails.Add(emails.Changed(account, happened, command.Device));
                await db.SaveChangesAsync(ct);
                return account.Id;
            },
            _ => null,
            cancellationToken);
}
