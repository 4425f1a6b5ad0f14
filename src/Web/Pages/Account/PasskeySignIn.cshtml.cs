using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>One step for everybody who has a passkey: it proves the device and the person.</summary>
public sealed class PasskeySignInModel(IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie, Entrance entrance)
    : PasskeyPage(passkeys, check, cookie)
{
    private const string Purpose = "sign-in";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string OtherWays => LocalAddress.WithReturn("/sign-in", ReturnUrl);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther(LocalAddress.Or(ReturnUrl, "/home")) : Page();

    /// <summary>Nobody's passkeys are named: the device knows its own.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => AskAsync(Purpose, owner: null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var owner = await CheckAsync(Purpose, cancellationToken);
        if (!owner.IsSuccess)
        {
            return Refuse(owner.Error);
        }

        var entered = await entrance.EnterAsync(
            HttpContext,
            new Arrival(owner.Value.Id, owner.Value.Generation, SignInMethod.Passkey, WithSecondFactor: true, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }
}
