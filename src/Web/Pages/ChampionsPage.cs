using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Web.Access;
using Champions.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Champions.Web.Pages;

/// <summary>What every page does the same way: who asks, how an error is answered, how a change ends.</summary>
public abstract class ChampionsPage : PageModel
{
    /// <summary>The signed-in person. Pages that anybody may open must not ask.</summary>
    protected Actor Actor => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Actor
        ?? throw new InvalidOperationException("This page needs a signed-in person.");

    /// <summary>
    /// The framework shows a page without asking anybody when it has no handler for the method: with nothing loaded, that
    /// would end in an exception.
    /// </summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <summary>After a change: the next page, fetched with GET, and what happened in a banner on it.</summary>
    protected IActionResult SeeOther(string address, string? happened = null)
    {
        if (happened is not null)
        {
            TempData["Success"] = happened;
        }

        return new SeeOtherResult(address);
    }

    /// <summary>After a change that was asked for twice: the next page, and that it was already so.</summary>
    protected IActionResult SeeOtherUnchanged(string address, string already)
    {
        TempData["Unchanged"] = already;
        return new SeeOtherResult(address);
    }

    /// <summary>
    /// For what needs a fresh sign-in: null when the person has just proved who they are; else the way to the page that asks, which leads
    /// back here. Call it first, in the handler of the form and in the one of the post.
    /// </summary>
    /// <param name="withSecondFactor">A second factor is needed, not just any proof.</param>
    protected IActionResult? ProveAgain(bool withSecondFactor = true)
    {
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var fresh = withSecondFactor ? Actor.HasFreshSecondFactor(now) : Actor.HasJustProved(now);
        return fresh ? null : new SeeOtherResult(
            LocalAddress.WithReturn("/sign-in/again", Request.Path + Request.QueryString) + (withSecondFactor ? "&second=true" : ""));
    }

    /// <summary>The same form again with its messages.</summary>
    protected IActionResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>A handler refused for want of a fresh second factor: the way to the page that asks for it, and back here.</summary>
    protected IActionResult AskSecondFactor() => ProveAgain() ?? StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>
    /// One answer for each kind of error: 404 and 403 pages; the form again with the message beside
    /// <paramref name="field"/> (or on top when it is empty) as 400, 409 or 429.
    /// </summary>
    protected IActionResult Refuse(Error error, string field = "")
    {
        switch (error.Kind)
        {
            case ErrorKind.NotFound:
                return NotFound();
            case ErrorKind.Forbidden:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                if (error.Kind == ErrorKind.TooMany)
                {
                    Response.Headers.RetryAfter = Math.Ceiling((error.Wait ?? TimeSpan.FromMinutes(1)).TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                ModelState.AddModelError(field, error.Message);
                return Again(error.Kind switch
                {
                    ErrorKind.Conflict => StatusCodes.Status409Conflict,
                    ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
                    _ => StatusCodes.Status400BadRequest,
                });
        }
    }
}
