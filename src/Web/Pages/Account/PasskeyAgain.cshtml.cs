using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>Somebody who is in proves with a passkey that it is still them. The session stays the same.</summary>
public sealed class PasskeyAgainModel(IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie, RefreshProofHandler refresh)
    : PasskeyPage(passkeys, check, cookie)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string OtherWays => LocalAddress.WithReturn("/sign-in/again", ReturnUrl);

    private string Purpose => $"again {Actor.SessionId.Value:N}";

    public void OnGet()
    {
        // Nothing to look up: whether the person has a passkey, the device will say
    }

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => AskAsync(Purpose, Actor.AccountId, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var owner = await CheckAsync(Purpose, cancellationToken);
        if (!owner.IsSuccess)
        {
            return Refuse(owner.Error);
        }

        var refreshed = await refresh.HandleAsync(new RefreshProof(WithSecondFactor: true), Actor, cancellationToken);
        return refreshed.IsSuccess ? SeeOther(LocalAddress.Or(ReturnUrl, "/home")) : Refuse(refreshed.Error);
    }
}
