using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Finds the demo's people by address, without asking for a password: for the one-click buttons, which Production refuses.</summary>
public sealed class DemoAccountQueries(IAccountsOfAllTrusts accounts)
{
    public async Task<ProvedAccount?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normalised = Text.Normalise(email);
        return await accounts.Accounts.AsNoTracking().Where(a => a.NormalisedEmail == normalised && !a.IsDisabled)
            .Select(a => new ProvedAccount(a.Id, a.SessionGeneration)).FirstOrDefaultAsync(cancellationToken);
    }
}
