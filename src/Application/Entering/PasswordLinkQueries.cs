using Champions.Application.Abstractions;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Looks at a link that sets a password, and changes nothing: mail scanners open it before the person does.</summary>
public sealed class PasswordLinkQueries(IChampionsDb db, IAccountsOfAllTrusts accounts, TimeProvider clock)
{
    /// <summary>Who may set a password with the link, and by which rules. Null when the link does not work, or works no more.</summary>
    public async Task<PasswordOwner?> FindAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(db, accounts, token, clock.GetUtcNow(), cancellationToken) is { } found ? found.Owner : null;

    internal static async Task<(Account Account, PasswordOwner Owner)?> FindAsync(
        IChampionsDb db, IAccountsOfAllTrusts accounts, string token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (OneTimeLink.HashOf(token) is not { } hash)
        {
            return null;
        }

        var code = await db.OneTimeCodes.AsNoTracking()
            .FirstOrDefaultAsync(c => c.LinkHash == hash && c.Purpose == CodePurpose.ResetPassword, cancellationToken);
        if (code is null || code.UsedAt is not null || now >= code.ExpiresAt)
        {
            return null;
        }

        var account = await accounts.Accounts.AsNoTracking()
            .FirstOrDefaultAsync(a => a.NormalisedEmail == code.NormalisedEmail && !a.IsDisabled, cancellationToken);
        return account is null ? null : await accounts.OwnerAsync(db, account.Id, cancellationToken);
    }
}
