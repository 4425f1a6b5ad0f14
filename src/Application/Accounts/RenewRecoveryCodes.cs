using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Makes new recovery codes; earlier ones are void.</summary>
public sealed record RenewRecoveryCodes(string Device);

public sealed class RenewRecoveryCodesHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, AccountEmails emails, TimeProvider clock)
{
    private static readonly Error NoApp = Error.Conflict("Account.NoAuthenticator", "Set up an authenticator app first. Recovery codes stand in for it.");

    public Task<Result<NewRecoveryCodes>> HandleAsync(RenewRecoveryCodes command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<NewRecoveryCodes>(
            async ct =>
            {
                var account = await accounts.Accounts.Include(a => a.RecoveryCodes).FirstAsync(a => a.Id == actor.AccountId, ct);
                if (!account.IsFresh(actor, clock.GetUtcNow()))
                {
                    return AccountErrors.NotFresh;
                }

                if (!account.HasAuthenticator)
                {
                    return NoApp;
                }

                var codes = NewRecoveryCodes.Make();
                account.ReplaceRecoveryCodes(codes.Hashes);
                db.OutboxEmails.Add(emails.Changed(account, "New recovery codes were made. Earlier ones no longer work.", command.Device));
                await db.SaveChangesAsync(ct);
                return codes;
            },
            _ => null,
            cancellationToken);
}
