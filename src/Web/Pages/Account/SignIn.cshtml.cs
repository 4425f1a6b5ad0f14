using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SignInModel(DemoAccountQueries demoAccounts, Entrance entrance, DemoPersonas demo) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Who the demo offers with one click; empty outside the demo.</summary>
    public IReadOnlyList<DemoPersona> Personas => demo.All;

    public string DemoPassword => DemoPersonas.Password;

    public string WithPassword => LocalAddress.WithReturn("/sign-in/password", ReturnUrl);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther("/home") : Page();

    public async Task<IActionResult> OnPostDemoAsync(string? persona, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var known = demo.All.FirstOrDefault(p => p.Email == persona);
        return known is not null && await demoAccounts.FindAsync(known.Email, cancellationToken) is { } account
            ? await EnterAsync(account)
            : NotFound();
    }

    private async Task<IActionResult> EnterAsync(AccountId account)
    {
        var entered = await entrance.EnterAsync(
            HttpContext, new Arrival(account, SignInMethod.Demo, WithSecondFactor: true, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }
}
