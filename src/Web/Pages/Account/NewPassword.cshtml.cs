using Champions.Application.Entering;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>Behind the link of an email. Opening it changes nothing, however often; the button uses it up.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class NewPasswordModel(PasswordLinkQueries links, ResetPasswordHandler reset) : ChampionsPage
{
    [BindProperty]
    public NewPasswordForm Input { get; set; } = new();

    /// <summary>Null when the link works no more.</summary>
    public PasswordOwner? Owner { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Owner = await links.FindAsync(token, cancellationToken);
        return Owner is null ? Again(StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        Owner = await links.FindAsync(token, cancellationToken);
        if (Owner is null)
        {
            ModelState.Clear();
            return Again(StatusCodes.Status404NotFound);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var set = await reset.HandleAsync(new ResetPassword(token, Input.Password!, DeviceWords.Of(Request.Headers.UserAgent)), cancellationToken);
        if (set.IsSuccess)
        {
            return SeeOther("/sign-in/password", "Your new password is saved. Log in with it.");
        }

        if (set.Error.Kind == ErrorKind.NotFound)
        {
            Owner = null;
            return Again(StatusCodes.Status404NotFound);
        }

        return Refuse(set.Error, "Input.Password");
    }
}
