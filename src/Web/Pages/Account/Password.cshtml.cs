using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Application.Passwords;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class PasswordModel(CheckPasswordHandler password, Entrance entrance, KnownDevices devices) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string BackTo => LocalAddress.WithReturn("/sign-in", ReturnUrl);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther("/home") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var account = await password.HandleAsync(
            new CheckPassword(Input.Email!, Input.Password!, devices.GuesserOf(HttpContext)), cancellationToken);
        if (!account.IsSuccess)
        {
            return Refuse(account.Error);
        }

        var entered = await entrance.EnterAsync(
            HttpContext,
            new Arrival(
                account.Value.Id, account.Value.SessionGeneration, SignInMethod.Password, WithSecondFactor: false, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    public sealed class Form
    {
        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your password")]
        [StringLength(PasswordRules.Most, ErrorMessage = "Enter a password of up to 200 characters")]
        public string? Password { get; set; }
    }
}
