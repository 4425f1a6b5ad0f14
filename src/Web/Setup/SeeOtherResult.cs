using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Setup;

/// <summary>303 to an address of this site.</summary>
internal sealed class SeeOtherResult(string address) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        var url = context.HttpContext.RequestServices
            .GetRequiredService<Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory>().GetUrlHelper(context);
        if (!url.IsLocalUrl(address))
        {
            throw new InvalidOperationException("Only addresses of this site are led to.");
        }

        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = url.Content(address);
    }
}
