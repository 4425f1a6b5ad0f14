using Champions.Application.SingleSignOns;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.SingleSignOn;

/// <summary>The trusts whose people log in with their trust's own account.</summary>
public sealed class IndexModel(SingleSignOnQueries queries) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<SingleSignOnChoice> Choices { get; private set; } = [];

    public string Back => LocalAddress.WithReturn("/sign-in", ReturnUrl);

    public string StartOf(SingleSignOnId id) => LocalAddress.WithReturn($"/sign-in/single-sign-on/{id.Value:D}", ReturnUrl);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Choices = await queries.ChoicesAsync(cancellationToken);
}
