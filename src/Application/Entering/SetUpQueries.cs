using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

public sealed class SetUpQueries(IAccountsOfAllTrusts accounts)
{
    /// <summary>Nobody can run the installation yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        !await accounts.Accounts.AnyAsync(a => a.Id == Account.FirstAdministrator || (a.Roles & Roles.Administrator) != Roles.None, cancellationToken);
}
