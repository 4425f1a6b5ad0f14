using Champions.Application.Abstractions;
using Champions.Application.Passwords;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>How a person gets in, for their own eyes.</summary>
/// <param name="Email">Their address.</param>
/// <param name="PasswordSetAt">Null without a password.</param>
/// <param name="LeastPassword">How many characters a password of theirs needs.</param>
/// <param name="HasAuthenticator">An authenticator app is in use.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes were not used yet.</param>
/// <param name="Passkeys">How many passkeys they have.</param>
/// <param name="MustHaveSecondFactor">Their roles ask for a second factor.</param>
/// <param name="Session">How this session began.</param>
/// <param name="IsOwnPhone">This session is on a phone of their own.</param>
public sealed record SecurityFacts(
    string Email,
    DateTimeOffset? PasswordSetAt,
    int LeastPassword,
    bool HasAuthenticator,
    int RecoveryCodesLeft,
    int Passkeys,
    bool MustHaveSecondFactor,
    SignInMethod Session,
    bool IsOwnPhone)
{
    public bool HasPassword => PasswordSetAt is not null;

    /// <summary>Changing how they get in asks for the second factor, not just for a fresh proof.</summary>
    public bool ChangesNeedSecondFactor => HasAuthenticator || MustHaveSecondFactor;
}

public sealed class SecurityQueries(IChampionsDb db, IAccountsOfAllTrusts accounts)
{
    public async Task<SecurityFacts> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (account, owner) = await accounts.OwnerAsync(db, actor.AccountId, cancellationToken);
        var codes = await accounts.Accounts.AsNoTracking().Where(a => a.Id == account.Id)
            .SelectMany(a => a.RecoveryCodes).CountAsync(c => c.UsedAt == null, cancellationToken);
        var passkeys = await db.Passkeys.CountAsync(p => p.AccountId == account.Id, cancellationToken);
        var session = await db.AccountSessions.AsNoTracking().Where(s => s.Id == actor.SessionId)
            .Select(s => new { s.Method, s.IsOwnPhone }).FirstAsync(cancellationToken);
        return new SecurityFacts(
            account.Email,
            account.PasswordSetAt,
            owner.LeastLength,
            account.HasAuthenticator,
            codes,
            passkeys,
            account.MustHaveSecondFactor,
            session.Method,
            session.IsOwnPhone);
    }
}
