using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

/// <summary>The accounts of identity providers that let the person in, to be taken away one by one.</summary>
public sealed class SingleSignOnModel(RemoveSingleSignOnHandler remove, SecurityQueries queries, Entrance entrance) : SecurityPage(queries, entrance)
{
    private readonly SecurityQueries queries = queries;

    /// <summary>The one to take away.</summary>
    [BindProperty]
    public Guid Link { get; set; }

    public IReadOnlyList<LinkRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        Rows = await queries.LinksAsync(Actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        var removed = await remove.HandleAsync(new RemoveSingleSignOn(Link, Device), Actor, cancellationToken);
        if (removed.Error == SingleSignOnErrors.NotFound)
        {
            return SeeOtherUnchanged("/account/security/single-sign-on", "This account does not let you log in.");
        }

        if (!removed.IsSuccess)
        {
            return Refuse(removed.Error);
        }

        _ = await StayInAsync(withSecondFactor: Actor.SecondFactorAt is not null);
        return SeeOther("/account/security/single-sign-on", "The account no longer lets you log in.");
    }
}
