using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>The link of an email. Opening it shows a button, so that a mail scanner that opens links logs nobody in and uses nothing up.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SignInLinkModel(SignInLinkQueries queries, UseSignInLinkHandler use, CodeEntrance entrance) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Who would be logged in; null when the link does not work, or no longer.</summary>
    public string? Address { get; private set; }

    /// <summary>The address of this page is a secret: what it loads is told the name of the site and no more.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers["Referrer-Policy"] = "strict-origin";
    }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Address = await queries.FindAsync(token, cancellationToken);
        return Address is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var proved = await use.HandleAsync(new UseSignInLink(token), cancellationToken);
        if (!proved.IsSuccess)
        {
            return proved.Error == EnteringErrors.LinkGone ? Gone() : Refuse(proved.Error);
        }

        var entered = await entrance.EnterAsync(HttpContext, proved.Value, ReturnUrl);
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    private IActionResult Gone() => Again(StatusCodes.Status410Gone);
}
