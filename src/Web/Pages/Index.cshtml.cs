using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages;

public sealed class IndexModel : ChampionsPage
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/home") : Page();
}
