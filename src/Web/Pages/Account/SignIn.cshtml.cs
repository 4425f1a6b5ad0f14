using System.ComponentModel.DataAnnotations;
using Champions.Application.Abstractions;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SignInModel(IAccounts accounts, DemoPersonas demo) : ChampionsPage
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

        var account = await accounts.CheckPasswordAsync(Input.Email!, Input.Password!, cancellationToken);
        if (account is null)
        {
            ModelState.AddModelError("", "The email address or password is not right. Check both and try again.");
            return Again();
        }

        return await EnterAsync(account);
    }

    public async Task<IActionResult> OnPostDemoAsync(string? persona, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var known = demo.All.FirstOrDefault(p => p.Email == persona);
        var account = known is null ? null : await accounts.FindAsync(known.Email, cancellationToken);
        return account is null ? NotFound() : await EnterAsync(account);
    }

    private async Task<IActionResult> EnterAsync(SignedInAccount account)
    {
        await HttpContext.SignInAsync(ActorClaims.ForCookie(account));
        return SeeOther(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/home");
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
