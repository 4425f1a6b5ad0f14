using Champions.Application.PeopleList;
using Champions.Application.Trusts;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Trusts;

/// <summary>One trust with its domains and sites, and the button that lets its people log in.</summary>
public sealed partial class DetailsModel(
    TrustQueries queries, BringInTrustHandler handler, AddTrustDomainHandler addDomain, RemoveTrustDomainHandler removeDomain) : ChampionsPage
{
    private const int LastPage = 100_000;
    private const string TypedDomain = nameof(TypedDomain);

    public TrustDetails Trust { get; private set; } = new();

    public SitePage Sites { get; private set; } = new([], 0);

    /// <summary>By name.</summary>
    public IReadOnlyList<string> Domains { get; private set; } = [];

    /// <summary>To be added, as typed.</summary>
    [BindProperty]
    public string? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int PageCount => (Sites.Total + TrustQueries.SitePageSize - 1) / TrustQueries.SitePageSize;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        // Typed before the second factor was asked for again. In a cookie and not in the address: a link fills in nothing
        Domain = TempData[TypedDomain] as string;

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

        return await AgainAsync(id, result.Error, "", cancellationToken);
    }

    public async Task<IActionResult> OnPostAddDomainAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (ProveAgain() is { } prove)
        {
            TempData[TypedDomain] = Domain is { Length: <= TrustDomain.DomainMax } ? Domain : null;
            return prove;
        }

        var result = await addDomain.HandleAsync(new AddTrustDomain(new TrustId(id), Domain ?? ""), Actor, cancellationToken);
        return result.IsSuccess
            ? SeeOther($"/admin/trusts/{id}", $"New people with addresses in {Domain!.Trim().TrimStart('@').ToLowerInvariant()} join this trust now")
            : await AgainAsync(id, result.Error, nameof(Domain), cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveDomainAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var result = await removeDomain.HandleAsync(new RemoveTrustDomain(new TrustId(id), Domain ?? ""), Actor, cancellationToken);
        return result.IsSuccess
            ? SeeOther($"/admin/trusts/{id}", "Domain removed. People who have joined stay in")
            : await AgainAsync(id, result.Error, "", cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(Guid id, Error error, string field, CancellationToken cancellationToken)
    {
        if (error == PeopleErrors.NeedsSecondFactor)
        {
            return AskSecondFactor();
        }

        P = 1;
        return await LoadAsync(id, cancellationToken) ? Refuse(error, field) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(new TrustId(id), cancellationToken) is not { } trust)
        {
            return false;
        }

        Trust = trust;
        Domains = await queries.DomainsAsync(new TrustId(id), cancellationToken);
        Sites = await queries.SitesAsync(new TrustId(id), Math.Clamp(P, 1, LastPage), cancellationToken);
        return true;
    }
}
