using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

public sealed class StopAppModel(RemoveAuthenticatorHandler remove, SecurityQueries queries, Entrance entrance) : SecurityPage(queries, entrance)
{
    public bool MustKeep => Facts is { MustHaveSecondFactor: true, Passkeys: 0 };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LookAsync(cancellationToken) ?? (Facts.HasAuthenticator ? Page() : SeeOther("/account/security"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        if (!Facts.HasAuthenticator)
        {
            return SeeOtherUnchanged("/account/security", "You use no authenticator app.");
        }

        var removed = await remove.HandleAsync(new RemoveAuthenticator(Device), Actor, cancellationToken);
        if (!removed.IsSuccess)
        {
            return Refuse(removed.Error);
        }

        _ = await StayInAsync(withSecondFactor: true);
        return SeeOther("/account/security", "You no longer need an app to log in.");
    }
}
