using Champions.Application.SingleSignOns;
using Champions.Application.Trusts;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.SingleSignOns;

public sealed class NewModel(SaveSingleSignOnHandler save, TrustQueries trusts, SignOnSecrets secrets) : SettingsPage(secrets)
{
    public string Trust { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid trustId, CancellationToken cancellationToken) =>
        await LoadAsync(trustId, cancellationToken) ? ProveAgain() ?? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid trustId, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(trustId, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var saved = await save.HandleAsync(new SaveSingleSignOn(new TrustId(trustId), null, Input.Version, Settings()), Actor, cancellationToken);
        return saved.IsSuccess
            ? SeeOther($"/admin/trusts/{trustId}/single-sign-on/{saved.Value.Value}", $"{Input.Name} is added. Tell the provider the return address below.")
            : RefuseSettings(saved.Error);
    }

    private async Task<bool> LoadAsync(Guid trustId, CancellationToken cancellationToken)
    {
        if (await trusts.FindAsync(new TrustId(trustId), cancellationToken) is not { UsesChampions: true } trust)
        {
            return false;
        }

        (TrustId, Trust) = (trustId, trust.Name);
        return true;
    }
}
