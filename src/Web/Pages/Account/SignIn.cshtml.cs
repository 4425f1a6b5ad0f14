using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SignInModel(CheckPasswordHandler password, DemoAccountQueries demoAccounts, Entrance entrance, DemoPersonas demo) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Who the demo offers with one click; empty outside the demo.</summary>
    public IReadOnlyList<DemoPersona> Personas => demo.All;

    public string DemoPassword => DemoPersonas.Password;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther("/home") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var account = await password.HandleAsync(new CheckPassword(Input.Email!, Input.Password!), cancellationToken);
        return account.IsSuccess ? await EnterAsync(account.Value.Id, SignInMethod.Password) : Refuse(account.Error);
    }

    public async Task<IActionResult> OnPostDemoAsync(string? persona, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var known = demo.All.FirstOrDefault(p => p.Email == persona);
        return known is not null && await demoAccounts.FindAsync(known.Email, cancellationToken) is { } account
            ? await EnterAsync(account, SignInMethod.Demo)
            : NotFound();
    }

    private async Task<IActionResult> EnterAsync(AccountId account, SignInMethod method)
    {
        var entered = await entrance.EnterAsync(HttpContext, new Arrival(account, method, WithSecondFactor: true, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    public sealed class Form
    {
        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your password")]
        [StringLength(200, ErrorMessage = "Enter a password of up to 200 characters")]
        public string? Password { get; set; }
    }
}
