using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whom a link from an email would log in. Looking, however often, uses nothing up.</summary>
public sealed class SignInLinkQueries(IChampionsDb db, TimeProvider clock)
{
    /// <summary>The address it was sent to; null when the link does not work, or no longer.</summary>
    public async Task<string?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return OneTimeLink.HashOf(token) is { } hash
            ? await db.OneTimeCodes.AsNoTracking()
                .Where(c => c.LinkHash == hash && c.Purpose == CodePurpose.SignIn && c.UsedAt == null && c.ExpiresAt > now)
                .Select(c => c.Email)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
    }
}
