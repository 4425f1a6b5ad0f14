using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Stops using one's own authenticator app. Ends every session of the account.</summary>
public sealed record RemoveAuthenticator(string Device);

public sealed class RemoveAuthenticatorHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, AccountEmails emails, TimeProvider clock)
{
    public Task<Result<AccountId>> HandleAsync(RemoveAuthenticator command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var account = await accounts.Accounts.Include(a => a.RecoveryCodes).FirstAsync(a => a.Id == actor.AccountId, ct);
            if (!account.IsFresh(actor, clock.GetUtcNow()))
            {
                return AccountErrors.NotFresh;
            }

            if (!account.HasAuthenticator)
            {
                return account.Id;
            }

            if (account.MustHaveSecondFactor && !await db.Passkeys.AnyAsync(p => p.AccountId == account.Id, ct))
            {
                return AccountErrors.MustKeepSecondFactor;
            }

            account.RemoveAuthenticator();
            db.OutboxEmails.Add(emails.Changed(account, "The authenticator app was turned off, and its recovery codes no longer work.", command.Device));
            await db.SaveChangesAsync(ct);
            return account.Id;
        },
        _ => null,
        cancellationToken);
}
