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
/// <param name="SingleSignOns">How many accounts of identity providers let them in.</param>
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
    int SingleSignOns,
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
        var links = await db.ExternalLogins.CountAsync(l => l.AccountId == account.Id, cancellationToken);
        var session = await db.AccountSessions.AsNoTracking().Where(s => s.Id == actor.SessionId)
            .Select(s => new { s.Method, s.IsOwnPhone }).FirstAsync(cancellationToken);
        return new SecurityFacts(
            account.Email,
            account.PasswordSetAt,
            owner.LeastLength,
            account.HasAuthenticator,
            codes,
            passkeys,
            links,
            account.MustHaveSecondFactor,
            session.Method,
            session.IsOwnPhone);
    }

    /// <summary>Accounts of identity providers that let the person in, the oldest first.</summary>
    public async Task<IReadOnlyList<LinkRow>> LinksAsync(Actor actor, CancellationToken cancellationToken)
    {
        var links = await db.ExternalLogins.AsNoTracking().Where(l => l.AccountId == actor.AccountId)
            .OrderBy(l => l.MadeAt).ThenBy(l => l.Subject).ToListAsync(cancellationToken);
        var issuers = links.Select(l => l.Issuer).ToList();
        var names = await db.SingleSignOns.AsNoTracking().Where(p => issuers.Contains(p.Issuer))
            .OrderBy(p => p.Name).Select(p => new { p.Issuer, p.Name }).ToListAsync(cancellationToken);
        return [.. links.Select(l => new LinkRow(l.Handle, names.Find(n => n.Issuer == l.Issuer)?.Name ?? l.Issuer, l.MadeAt))];
    }
}

/// <param name="Id">See <see cref="ExternalLogin.Handle"/>.</param>
/// <param name="Provider">Its name, or its address when it is no longer set up.</param>
/// <param name="MadeAt">When it was linked.</param>
public sealed record LinkRow(Guid Id, string Provider, DateTimeOffset MadeAt);
