using Champions.Application.Trusts;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Trusts;

/// <summary>One trust with its sites, and the button that lets its people log in.</summary>
public sealed class DetailsModel(TrustQueries queries, BringInTrustHandler handler) : ChampionsPage
{
    private const int LastPage = 100_000;

    public TrustDetails Trust { get; private set; } = new();

    public SitePage Sites { get; private set; } = new([], 0);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int PageCount => (Sites.Total + TrustQueries.SitePageSize - 1) / TrustQueries.SitePageSize;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        // A page number that somebody has made up shows the first page
        ModelState.Clear();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return P != 1 && (P < 1 || P > PageCount) ? Redirect(Request.Path) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var result = await handler.HandleAsync(new BringInTrust(new TrustId(id)), Actor, cancellationToken);
        if (result.IsSuccess)
        {
            return SeeOther($"/admin/trusts/{id}", $"{result.Value} uses Champions now");
        }

        P = 1;
        return await LoadAsync(id, cancellationToken) ? Refuse(result.Error) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(new TrustId(id), cancellationToken) is not { } trust)
        {
            return false;
        }

        Trust = trust;
        Sites = await queries.SitesAsync(new TrustId(id), Math.Clamp(P, 1, LastPage), cancellationToken);
        return true;
    }
}
