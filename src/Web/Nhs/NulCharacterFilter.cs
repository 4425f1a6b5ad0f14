using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Champions.Web.Nhs;

/// <summary>
/// Nobody can type a NUL character, and PostgreSQL cannot hold one in a text. A request that carries one is answered with "bad request"
/// before any page asks the database about it.
/// </summary>
internal sealed class NulCharacterFilter : IAsyncResourceFilter
{
    private const char Nul = '\0';

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // The page that tells of an error is shown for the same request
        if (context.HttpContext.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        var values = request.Query.SelectMany(q => q.Value.Append(q.Key));
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            values = values.Concat(form.SelectMany(f => f.Value.Append(f.Key)));
        }

        if (values.Any(v => v?.Contains(Nul) == true))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }
}
