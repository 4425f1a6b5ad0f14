using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Champions.Web.Pages;

/// <summary>One page for every answer that is not the page asked for. It must not need a database, a session or a form token.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    public StatusWords Words => StatusWords.For(RouteData.Values["code"] as string);
}
