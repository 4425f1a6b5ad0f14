using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

public sealed class PasswordModel(ChangePasswordHandler change, SecurityQueries queries, Entrance entrance) : SecurityPage(queries, entrance)
{
    [BindProperty]
    public NewPasswordForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LookAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var changed = await change.HandleAsync(new ChangePassword(Input.Password!, Device), Actor, cancellationToken);
        if (!changed.IsSuccess)
        {
            return Refuse(changed.Error, "Input.Password");
        }

        _ = await StayInAsync(Actor.SecondFactorAt is not null);
        return SeeOther("/account/security", "Password saved. You are logged out on every other device.");
    }
}
