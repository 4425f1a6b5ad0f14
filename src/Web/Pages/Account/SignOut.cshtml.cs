using Champions.Application.Accounts;
using Champions.Web.Access;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

public sealed class SignOutModel(EndSessionHandler endSession, PendingSignOns pending) : ChampionsPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ActorClaims.SessionOf(User) is { } session)
        {
            _ = await endSession.HandleAsync(new EndSession(session), Actor, cancellationToken);
        }

        pending.Forget(HttpContext);
        await HttpContext.SignOutAsync();
        return SeeOther("/", "You are logged out.");
    }
}
