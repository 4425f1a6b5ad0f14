using Champions.Web.Setup;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Champions.Web.Nhs;

/// <summary>A form whose antiforgery token no longer fits was open too long: that has a page of its own, not "bad request".</summary>
internal sealed class StaleFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
        {
            return;
        }

        // A body that is too long is not read at all, and then its token is missing too
        var http = context.HttpContext;
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        StatusPages.Explain(http, StatusPages.Expired);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
