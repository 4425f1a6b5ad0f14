using Champions.Application.SingleSignOns;
using Champions.Application.Trusts;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.SingleSignOns;

/// <summary>The identity providers of one trust.</summary>
public sealed class IndexModel(SingleSignOnQueries queries, TrustQueries trusts) : ChampionsPage
{
    public Guid TrustId { get; private set; }

    public string Trust { get; private set; } = "";

    public IReadOnlyList<Domain.Accounts.SingleSignOn> Providers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid trustId, CancellationToken cancellationToken)
    {
        if (await trusts.FindAsync(new TrustId(trustId), cancellationToken) is not { UsesChampions: true } trust)
        {
            return NotFound();
        }

        (TrustId, Trust) = (trustId, trust.Name);
        Providers = await queries.OfAsync(new TrustId(trustId), cancellationToken);
        return Page();
    }
}
