using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>
/// One step for everybody who has a passkey: it proves the device and the person. No limit by network stands before it: a passkey cannot
/// be guessed, and a whole hospital goes out through one address.
/// </summary>
public sealed class PasskeySignInModel(IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie, Entrance entrance) : ChampionsPage
{
    private const string Purpose = "sign-in";

    [BindProperty]
    public PasskeyForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string OtherWays => LocalAddress.WithReturn("/sign-in", ReturnUrl);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther("/home") : Page();

    /// <summary>What the script hands to the browser. Nobody's passkeys are named: the device knows its own.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        var question = await passkeys.AskAsync(owner: null, cancellationToken);
        cookie.Keep(HttpContext, Purpose, question);
        return Content(question.Options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (cookie.Take(HttpContext, Purpose, Input.Credential ?? "") is not { } answer)
        {
            return Refuse(PasskeyErrors.NotAccepted);
        }

        var owner = await check.HandleAsync(new CheckPasskey(answer), cancellationToken);
        if (!owner.IsSuccess)
        {
            return Refuse(owner.Error);
        }

        var entered = await entrance.EnterAsync(
            HttpContext, new Arrival(owner.Value, SignInMethod.Passkey, WithSecondFactor: true, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }
}
