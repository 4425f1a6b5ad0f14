using Champions.Application.Accounts;
using Champions.Web.Access;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.SingleSignOn;

/// <summary>Links a provider's account to the person who is in. Both were proved in this browser a moment ago; the person still has to agree.</summary>
public sealed class LinkModel(LinkSingleSignOnHandler handler, PendingSignOns pending) : ChampionsPage
{
    public const string Address = PendingSignOns.LinkPage;

    public string? Shown { get; private set; }

    public IActionResult OnGet()
    {
        Shown = pending.Find(HttpContext)?.Shown;
        return Shown is null ? SeeOther("/home") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (pending.Find(HttpContext) is not { } proved)
        {
            return SeeOther("/home");
        }

        Shown = proved.Shown;
        var device = DeviceWords.Of(Request.Headers.UserAgent);
        var linked = await handler.HandleAsync(
            new LinkSingleSignOn(new SingleSignOnId(proved.Provider), proved.Issuer, proved.Subject, device), Actor, cancellationToken);
        if (linked.Error == AccountErrors.NotFresh)
        {
            return SeeOther(LocalAddress.WithReturn("/sign-in/again", Address));
        }

        pending.Forget(HttpContext);
        return linked.IsSuccess ? SeeOther("/home", $"From now on you can log in with {linked.Value}.") : Refuse(linked.Error);
    }
}
