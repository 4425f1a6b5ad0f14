using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Identity;

/// <summary>The web program's way to the rights of a signed-in account.</summary>
public static class RightsReader
{
    /// <summary>Null ends the session: unknown, disabled, or changed since the cookie was made.</summary>
    public static Task<CurrentRights?> ReadRightsAsync(
        this IServiceProvider request, Guid accountId, string stamp, CancellationToken cancellationToken) =>
        request.GetRequiredService<AccountRights>()
            .FindAsync(request.GetRequiredService<ChampionsDbContext>(), accountId, stamp, cancellationToken);
}
