using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Application.SingleSignOns;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.SingleSignOns;

public sealed class EditModel(
    SingleSignOnQueries queries, SaveSingleSignOnHandler save, EnableSingleSignOnHandler enable, SignOnSecrets secrets, ServiceAddress service)
    : SettingsPage(secrets)
{
    public Domain.Accounts.SingleSignOn Provider { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid trustId, Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(trustId, id, cancellationToken))
        {
            return NotFound();
        }

        if (ProveAgain() is { } prove)
        {
            return prove;
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid trustId, Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(trustId, id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var saved = await save.HandleAsync(new SaveSingleSignOn(new TrustId(trustId), new SingleSignOnId(id), Input.Version, Settings()), Actor, cancellationToken);
        if (saved.Error == SingleSignOnErrors.Changed)
        {
            // What stands now, so that saving again is a choice and no accident
            ModelState.Clear();
            Fill();
        }

        return saved.IsSuccess ? SeeOther($"/admin/trusts/{trustId}/single-sign-on", $"{Input.Name} is saved.") : RefuseSettings(saved.Error);
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid trustId, Guid id, bool on, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var done = await enable.HandleAsync(new EnableSingleSignOn(new TrustId(trustId), new SingleSignOnId(id), on), Actor, cancellationToken);
        return done.IsSuccess
            ? SeeOther($"/admin/trusts/{trustId}/single-sign-on", on ? $"People can log in with {done.Value} again." : $"People can no longer log in with {done.Value}.")
            : done.Error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : NotFound();
    }

    private void Fill() =>
        Input = new SettingsForm
        {
            Name = Provider.Name,
            Issuer = Provider.Issuer,
            ClientId = Provider.ClientId,
            RequiredAcr = Provider.RequiredAcr,
            GivesSecondFactor = Provider.GivesSecondFactor,
            Version = Provider.Version,
        };

    private async Task<bool> LoadAsync(Guid trustId, Guid id, CancellationToken cancellationToken)
    {
        if ((await queries.OfAsync(new TrustId(trustId), cancellationToken)).FirstOrDefault(p => p.Id.Value == id) is not { } provider)
        {
            return false;
        }

        (TrustId, Provider) = (trustId, provider);
        KeepsSecret = provider.ProtectedSecret is not null;
        ReturnAddress = service.Of(SignOnOptions.ReturnPath(provider.Id)).AbsoluteUri;
        return true;
    }
}
