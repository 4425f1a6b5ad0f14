using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

public sealed class AppModel(
    UseAuthenticatorHandler use, IAuthenticatorApps apps, SecurityQueries queries, Entrance entrance, KnownDevices devices) : SecurityPage(queries, entrance)
{
    [BindProperty]
    public AuthenticatorForm Input { get; set; } = new();

    public AuthenticatorOffer? Offer { get; private set; }

    /// <summary>Shown once, as the answer to the form: they are stored nowhere.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        Offer = apps.Offer(Actor.AccountId, Facts.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        Offer = apps.Reopen(Actor.AccountId, Facts.Email, Input.Key ?? "");
        if (Offer is null)
        {
            Offer = apps.Offer(Actor.AccountId, Facts.Email);
            return Refuse(AccountErrors.SetUpTooOld);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var used = await use.HandleAsync(new UseAuthenticator(Offer.Sealed, Input.Code!, Device, devices.GuesserOf(HttpContext)), Actor, cancellationToken);
        if (!used.IsSuccess)
        {
            return Refuse(used.Error, "Input.Code");
        }

        _ = await StayInAsync(withSecondFactor: true);
        Codes = used.Value.Codes;
        return Page();
    }
}
