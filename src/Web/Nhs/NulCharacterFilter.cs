using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Champions.Web.Nhs;

/// <summary>
/// Nobody can type a NUL character, and PostgreSQL cannot hold one in a text. A form that carries one is answered with "bad request"
/// before any page asks the database about it. Addresses are left to the lists, which pass over what they do not understand.
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
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (form.Any(field => field.Key.Contains(Nul) || field.Value.Any(value => value?.Contains(Nul) == true)))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
                return;
            }
        }

        await next();
    }
}
