using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>
/// From now on the provider's account lets this person in. Asked for only when the same browser has proved both, one after the other: the
/// provider's account and the person.
/// </summary>
/// <param name="Provider">Who was asked.</param>
/// <param name="Issuer">From the checked token.</param>
/// <param name="Subject">From the checked token.</param>
/// <param name="Device">Where the person is, for the email about it.</param>
public sealed record LinkSingleSignOn(SingleSignOnId Provider, string Issuer, string Subject, string Device);

public sealed class LinkSingleSignOnHandler(IChampionsDb db, AccountEmails emails, TimeProvider clock)
{
    /// <returns>The name of the provider.</returns>
    public Task<Result<string>> HandleAsync(LinkSingleSignOn command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            // Both are of the actor's trust, or are not there
            var provider = await db.SingleSignOns.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.Provider && p.IsEnabled, ct);
            var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == actor.AccountId, ct);
            if (provider is null || account is null)
            {
                return SingleSignOnErrors.NotYours;
            }

            var now = clock.GetUtcNow();
            if (!account.IsFresh(actor, now))
            {
                return AccountErrors.NotFresh;
            }

            var known = await db.ExternalLogins.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Issuer == command.Issuer && l.Subject == command.Subject, ct);
            if (known is not null)
            {
                return known.AccountId == account.Id ? provider.Name : SingleSignOnErrors.NotYours;
            }

            db.ExternalLogins.Add(new ExternalLogin(account.Id, command.Issuer, command.Subject, now));
            db.OutboxEmails.Add(emails.Changed(account, $"You can log in with {provider.Name} from now on.", command.Device));
            await db.SaveChangesAsync(ct);
            return provider.Name;
        },
        _ => null,
        cancellationToken);
}
