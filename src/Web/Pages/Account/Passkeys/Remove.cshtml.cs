using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class RemoveModel(PasskeyQueries queries, RemovePasskeyHandler remove, TimeProvider clock) : ChampionsPage
{
    public PasskeyRow Passkey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, Actor, cancellationToken) is not { } passkey)
        {
            return NotFound();
        }

        Passkey = passkey;
        return Actor.HasJustProved(clock.GetUtcNow()) ? Page() : ProveAgain(id);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var removed = await remove.HandleAsync(new RemovePasskey(id, DeviceWords.Of(Request.Headers.UserAgent)), Actor, cancellationToken);
        if (removed.IsSuccess)
        {
            await HttpContext.SignOutAsync();
            return SeeOther("/sign-in", $"Passkey removed: {removed.Value}. Log in again to go on.");
        }

        return removed.Error == PasskeyErrors.ProveFirst ? ProveAgain(id) : Refuse(removed.Error);
    }

    private IActionResult ProveAgain(Guid id) => SeeOther(LocalAddress.WithReturn("/sign-in/again", $"/account/passkeys/{id}/remove"));
}
