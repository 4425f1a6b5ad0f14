using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whose account an identity provider speaks of.</summary>
/// <param name="Provider">Who was asked.</param>
/// <param name="Issuer">From the checked token.</param>
/// <param name="Subject">From the checked token.</param>
public sealed record EnterBySingleSignOn(SingleSignOnId Provider, string Issuer, string Subject);

/// <param name="AccountId">Null when the provider's account is not linked to anybody yet.</param>
/// <param name="Generation">The account's generation of sessions at that moment.</param>
public sealed record SignOnAccount(AccountId? AccountId, int Generation = 0);

public sealed class EnterBySingleSignOnHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, ISingleSignOnsOfAllTrusts providers)
{
    public async Task<Result<SignOnAccount>> HandleAsync(EnterBySingleSignOn command, CancellationToken cancellationToken)
    {
        var trust = await providers.SingleSignOns.AsNoTracking()
            .Where(p => p.Id == command.Provider && p.IsEnabled).Select(p => (TrustId?)p.TrustId).SingleOrDefaultAsync(cancellationToken);
        if (trust is null)
        {
            return SingleSignOnErrors.NotFound;
        }

        var login = await db.ExternalLogins.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Issuer == command.Issuer && l.Subject == command.Subject, cancellationToken);
        if (login is null)
        {
            return new SignOnAccount(null);
        }

        // A trust's provider vouches for the people of that trust alone
        var account = await accounts.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == login.AccountId && a.TrustId == trust && !a.IsDisabled, cancellationToken);
        return account is null ? SingleSignOnErrors.NotYours : new SignOnAccount(account.Id, account.SessionGeneration);
    }
}
