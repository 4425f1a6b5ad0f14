using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

public sealed class SignOutModel : ChampionsPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return SeeOther("/", "You are logged out.");
    }
}
