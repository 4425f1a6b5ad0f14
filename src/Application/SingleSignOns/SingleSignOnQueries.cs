using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SingleSignOns;

/// <summary>Identity providers, for the door and for the administrator.</summary>
public sealed class SingleSignOnQueries(IChampionsDb db, ISingleSignOnsOfAllTrusts providers)
{
    /// <summary>Those that people may log in with now, by trust.</summary>
    public async Task<IReadOnlyList<SingleSignOnChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
        await (
            from provider in providers.SingleSignOns.AsNoTracking()
            where provider.IsEnabled
            join trust in db.Trusts on provider.TrustId equals trust.Id
            where trust.UsesChampions
            orderby trust.Name, provider.Name, provider.Id
            select new SingleSignOnChoice(provider.Id, provider.Name, trust.Name)).ToListAsync(cancellationToken);

    /// <summary>One that people may log in with now; null otherwise.</summary>
    public async Task<SingleSignOn?> FindUsableAsync(SingleSignOnId id, CancellationToken cancellationToken) =>
        await (
            from provider in providers.SingleSignOns.AsNoTracking()
            where provider.Id == id && provider.IsEnabled
            join trust in db.Trusts on provider.TrustId equals trust.Id
            where trust.UsesChampions
            select provider).SingleOrDefaultAsync(cancellationToken);

    /// <summary>All of a trust, for the administrator.</summary>
    public async Task<IReadOnlyList<SingleSignOn>> OfAsync(TrustId trust, CancellationToken cancellationToken) =>
        await providers.SingleSignOns.AsNoTracking().Where(p => p.TrustId == trust).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancellationToken);
}

/// <param name="Id">The provider.</param>
/// <param name="Name">What its button says.</param>
/// <param name="Trust">Whose people use it.</param>
public sealed record SingleSignOnChoice(SingleSignOnId Id, string Name, string Trust);
