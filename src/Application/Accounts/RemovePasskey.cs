using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Takes one of the person's own passkeys out of use, for example because its phone is lost.</summary>
/// <param name="Id">See <see cref="Passkey.Handle"/>.</param>
/// <param name="Device">Where the person is, for the email about it.</param>
public sealed record RemovePasskey(Guid Id, string Device);

public sealed class RemovePasskeyHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, AccountEmails emails, TimeProvider clock)
{
    /// <summary>Whoever is in under this account must come in again: it may be the finder of the phone.</summary>
    /// <returns>The name it had.</returns>
    public Task<Result<string>> HandleAsync(RemovePasskey command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            var mine = await db.Passkeys.Where(p => p.AccountId == actor.AccountId).ToListAsync(ct);
            if (mine.Find(p => p.Handle == command.Id) is not { } passkey)
            {
                return PasskeyErrors.NotFound;
            }

            var account = await accounts.Accounts.FirstAsync(a => a.Id == actor.AccountId, ct);
            if (!account.IsFresh(actor, clock.GetUtcNow()))
            {
                return AccountErrors.NotFresh;
            }

            if (account is { MustHaveSecondFactor: true, HasAuthenticator: false } && mine.Count == 1)
            {
                return PasskeyErrors.LastSecondFactor;
            }

            account.EndSessions();
            db.Passkeys.Remove(passkey);
            db.OutboxEmails.Add(emails.Changed(account, "A passkey was removed.", command.Device));
            await db.SaveChangesAsync(ct);
            return passkey.Name;
        },
        _ => null,
        cancellationToken);
}
