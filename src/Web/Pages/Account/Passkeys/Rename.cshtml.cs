using Champions.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class RenameModel(PasskeyQueries queries, RenamePasskeyHandler rename) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, Actor, cancellationToken) is not { } passkey)
        {
            return NotFound();
        }

        Input.Name = passkey.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var renamed = await rename.HandleAsync(new RenamePasskey(id, Input.Name), Actor, cancellationToken);
        return renamed.IsSuccess ? SeeOther("/account/passkeys", $"Passkey renamed: {renamed.Value}") : Refuse(renamed.Error, "Input.Name");
    }

    public sealed class Form
    {
        public string? Name { get; set; }
    }
}
