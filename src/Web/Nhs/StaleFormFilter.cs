using Champions.Web.Setup;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Champions.Web.Nhs;

/// <summary>A form whose antiforgery token no longer fits was open too long: that has a page of its own, not "bad request".</summary>
internal sealed class StaleFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            StatusPages.Explain(context.HttpContext, StatusPages.Expired);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
