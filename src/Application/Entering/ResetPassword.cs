using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Outbox;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Sets a new password with the link of an email, once. It lets nobody in: the person logs in with it, and with their second factor.</summary>
public sealed record ResetPassword(string Token, string Password, string Device);

public sealed class ResetPasswordHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, IPasswords passwords, AccountEmails emails, TimeProvider clock)
{
    public async Task<Result<AccountId>> HandleAsync(ResetPassword command, CancellationToken cancellationToken)
    {
        if (await PasswordLinkQueries.FindAsync(db, accounts, command.Token, clock.GetUtcNow(), cancellationToken) is not { } found)
        {
            return AccountErrors.LinkOver;
        }

        if (PasswordRules.Check(command.Password, found.Owner) is { } broken)
        {
            return broken;
        }

        var hash = await passwords.HashAsync(command.Password, cancellationToken);
        return hash.IsSuccess ? await SetAsync(command, found.Account.Id, hash.Value, cancellationToken) : hash.Error;
    }

    private Task<Result<AccountId>> SetAsync(ResetPassword command, AccountId id, string hash, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var linkHash = OneTimeLink.HashOf(command.Token)!;
            var code = await db.OneTimeCodes.FirstAsync(c => c.LinkHash == linkHash, ct);
            var account = await accounts.Accounts.FirstAsync(a => a.Id == id, ct);
            if (account.IsDisabled || !code.TryLink(linkHash, clock.GetUtcNow()))
            {
                return AccountErrors.LinkOver;
            }

            account.SetPassword(hash, clock.GetUtcNow());
            await db.VoidCodesAsync(account.NormalisedEmail, clock.GetUtcNow(), ct);
            db.OutboxEmails.Add(emails.Changed(account, "A new password was set with a link from an email.", command.Device));
            await db.SaveChangesAsync(ct);
            return account.Id;
        },
        _ => null,
        cancellationToken);
}
