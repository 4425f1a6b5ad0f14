using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>From now on a provider's account no longer lets this person in.</summary>
/// <param name="Id">See <see cref="ExternalLogin.Handle"/>.</param>
/// <param name="Device">Where the person is, for the email about it.</param>
public sealed record RemoveSingleSignOn(Guid Id, string Device);

public sealed class RemoveSingleSignOnHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, AccountEmails emails, TimeProvider clock)
{
    /// <summary>Whoever is in under this account must come in again: it may be whoever linked an account of theirs.</summary>
    /// <returns>When the two were linked.</returns>
    public Task<Result<DateTimeOffset>> HandleAsync(RemoveSingleSignOn command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<DateTimeOffset>(
        async ct =>
        {
            var mine = await db.ExternalLogins.Where(l => l.AccountId == actor.AccountId).ToListAsync(ct);
            if (mine.Find(l => l.Handle == command.Id) is not { } link)
            {
                return SingleSignOnErrors.NotFound;
            }

            var account = await accounts.Accounts.FirstAsync(a => a.Id == actor.AccountId, ct);
            if (!account.IsFresh(actor, clock.GetUtcNow()))
            {
                return AccountErrors.NotFresh;
            }

            account.EndSessions();
            db.ExternalLogins.Remove(link);
            db.OutboxEmails.Add(emails.Changed(account, "An account of an identity provider can no longer log in as you.", command.Device));
            await db.SaveChangesAsync(ct);
            return link.MadeAt;
        },
        _ => null,
        cancellationToken);
}
