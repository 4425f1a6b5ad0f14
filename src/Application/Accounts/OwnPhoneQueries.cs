using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Whether the door asks "Is this your own phone?". It asks everybody or nobody, so that it tells nothing about the address.</summary>
public sealed class OwnPhoneQueries(IChampionsDb db)
{
    public Task<bool> IsAskedAsync(CancellationToken cancellationToken) =>
        db.Trusts.AnyAsync(t => t.UsesChampions && t.AllowsOwnPhones, cancellationToken);
}
