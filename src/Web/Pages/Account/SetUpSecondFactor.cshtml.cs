using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>At the door: the first second factor of somebody whose role needs one.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SetUpSecondFactorModel(
    SetUpAuthenticatorHandler setUp, IAuthenticatorApps apps, Doorstep doorstep, Entrance entrance, KnownDevices devices) : ChampionsPage
{
    [BindProperty]
    public AuthenticatorForm Input { get; set; } = new();

    public AuthenticatorOffer? Offer { get; private set; }

    /// <summary>Shown once, as the answer to the form: they are stored nowhere.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string? Onwards { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await doorstep.FindAsync(HttpContext, cancellationToken);
        if (found is not { Need.HasAny: false } here)
        {
            return Elsewhere(found is not null);
        }

        Offer = apps.Offer(here.Arrival.AccountId, here.Need.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = await doorstep.FindAsync(HttpContext, cancellationToken);
        if (found is not { Need.HasAny: false } here)
        {
            return Elsewhere(found is not null);
        }

        var (account, email) = (here.Arrival.AccountId, here.Need.Email);
        Offer = apps.Reopen(account, email, Input.Key ?? "");
        if (Offer is null)
        {
            Offer = apps.Offer(account, email);
            return Refuse(AccountErrors.SetUpTooOld);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var made = await setUp.HandleAsync(
            new SetUpAuthenticator(
                account, here.Arrival.Generation, Offer.Sealed, Input.Code!, DeviceWords.Of(Request.Headers.UserAgent), devices.GuesserOf(HttpContext)),
            cancellationToken);
        if (!made.IsSuccess)
        {
            return Refuse(made.Error, "Input.Code");
        }

        // Taking the app into use ended every session, once
        var entered = await entrance.EnterAsync(HttpContext, here.Arrival with { WithSecondFactor = true, Generation = here.Arrival.Generation + 1 });
        if (!entered.IsSuccess)
        {
            return Refuse(entered.Error);
        }

        (Codes, Onwards) = (made.Value.Codes, entered.Value);
        return Page();
    }

    private IActionResult Elsewhere(bool atTheDoor) =>
        SeeOther(atTheDoor ? Entrance.SecondFactor : User.Identity?.IsAuthenticated == true ? "/home" : "/sign-in");
}
