using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>What an account that has proved its first factor has to give before it is let in.</summary>
/// <param name="Generation">The account's generation of sessions: what was proved before it ended counts no more.</param>
/// <param name="Email">For the name of the account in an authenticator app.</param>
/// <param name="Must">The roles ask for a second factor.</param>
/// <param name="HasAuthenticator">An authenticator app is in use.</param>
/// <param name="HasPasskey">There is a passkey.</param>
public sealed record SecondFactorNeed(int Generation, string Email, bool Must, bool HasAuthenticator, bool HasPasskey)
{
    /// <summary>
    /// Who must, and who has turned an app on. A passkey alone is a quick way in, on the device that holds it: staff who log in elsewhere
    /// with a code are not asked for it.
    /// </summary>
    public bool IsAsked => Must || HasAuthenticator;

    public bool HasAny => HasAuthenticator || HasPasskey;
}

public sealed class SecondFactorQueries(IChampionsDb db, IAccountsOfAllTrusts accounts)
{
    /// <summary>Null for an account that is not there or is disabled.</summary>
    public async Task<SecondFactorNeed?> FindAsync(AccountId id, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        return account is { IsDisabled: false }
            ? new SecondFactorNeed(
                account.SessionGeneration,
                account.Email,
                account.MustHaveSecondFactor,
                account.HasAuthenticator,
                await db.Passkeys.AnyAsync(p => p.AccountId == id, cancellationToken))
            : null;
    }
}
