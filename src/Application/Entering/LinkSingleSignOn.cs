using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>
/// From now on the provider's account lets this person in. Asked for only when the same browser has proved both, one after the other: the
/// provider's account and the address of the person.
/// </summary>
public sealed record LinkSingleSignOn(AccountId AccountId, SingleSignOnId Provider, string Issuer, string Subject);

public sealed class LinkSingleSignOnHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, ISingleSignOnsOfAllTrusts providers, TimeProvider clock)
{
    public Task<Result<AccountId>> HandleAsync(LinkSingleSignOn command, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var trust = await providers.SingleSignOns.AsNoTracking()
                .Where(p => p.Id == command.Provider && p.IsEnabled).Select(p => (TrustId?)p.TrustId).SingleOrDefaultAsync(ct);
            if (trust is null || !await accounts.Accounts.AnyAsync(a => a.Id == command.AccountId && a.TrustId == trust && !a.IsDisabled, ct))
            {
                return SingleSignOnErrors.NotYours;
            }

            var known = await db.ExternalLogins.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Issuer == command.Issuer && l.Subject == command.Subject, ct);
            if (known is not null)
            {
                return known.AccountId == command.AccountId ? known.AccountId : SingleSignOnErrors.NotYours;
            }

            db.ExternalLogins.Add(new ExternalLogin(command.AccountId, command.Issuer, command.Subject, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return command.AccountId;
        },
        _ => null,
        cancellationToken);
}
