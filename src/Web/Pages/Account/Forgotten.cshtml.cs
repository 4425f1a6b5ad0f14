using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Domain.Staff;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>The same answer for every address: nobody learns here who has an account.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class ForgottenModel(RequestPasswordResetHandler request, KnownDevices devices) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Sent = false;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!EmailAddress.IsUsable(Input.Email!))
        {
            return Refuse(StaffErrors.EmailNotUsable, "Input.Email");
        }

        var asked = await request.HandleAsync(new RequestPasswordReset(Input.Email!, devices.GuesserOf(HttpContext)), cancellationToken);
        return asked.IsSuccess ? SeeOther("/password/forgotten?sent=true") : Refuse(asked.Error);
    }

    public sealed class Form
    {
        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }
    }
}
