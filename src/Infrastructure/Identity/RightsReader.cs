using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Identity;

/// <summary>The web program's way to the rights of whoever is signed in.</summary>
public static class RightsReader
{
    /// <summary>Without rights when the session no longer lets its person in.</summary>
    public static Task<SessionRights> ReadRightsAsync(this IServiceProvider request, AccountSessionId session, CancellationToken cancellationToken) =>
        request.GetRequiredService<AccountRights>().FindAsync(request.GetRequiredService<ChampionsDbContext>(), session, cancellationToken);
}
