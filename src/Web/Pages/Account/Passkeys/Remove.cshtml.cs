using Champions.Application.Accounts;
using Champions.Web.Access;
using Champions.Web.Pages.Account.Security;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class RemoveModel(PasskeyQueries passkeys, RemovePasskeyHandler remove, SecurityQueries queries, Entrance entrance) : SecurityPage(queries, entrance)
{
    public PasskeyRow Passkey { get; private set; } = null!;

    /// <summary>Their role needs a second factor, and this is the only one.</summary>
    public bool MustKeep => Facts is { MustHaveSecondFactor: true, HasAuthenticator: false, Passkeys: 1 };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var removed = await remove.HandleAsync(new RemovePasskey(id, Device), Actor, cancellationToken);
        if (!removed.IsSuccess)
        {
            return Refuse(removed.Error);
        }

        _ = await StayInAsync(withSecondFactor: Actor.SecondFactorAt is not null);
        return SeeOther("/account/passkeys", $"Passkey removed: {removed.Value}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await passkeys.FindAsync(id, Actor, cancellationToken) is not { } passkey)
        {
            return NotFound();
        }

        Passkey = passkey;
        return await LookAsync(cancellationToken);
    }
}
