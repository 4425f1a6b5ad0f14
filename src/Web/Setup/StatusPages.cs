using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Champions.Web.Setup;

/// <summary>
/// Designed pages for what went wrong. They are rendered in a branch of their own that neither signs anybody in nor asks the database,
/// so they also stand when the database does not.
/// </summary>
internal static class StatusPages
{
    /// <summary>
    /// Put it first. <paramref name="statusOf"/> tells which exceptions are not bugs (a database that is busy is 503).
    /// </summary>
    public static WebApplication UseStatusPages(this WebApplication app, Func<Exception, int>? statusOf = null)
    {
        IApplicationBuilder branch = ((IApplicationBuilder)app).New();
        branch.Use((HttpContext context, RequestDelegate next) => GoTo(context, next));
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapRazorPages());
        var render = branch.Build();

        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = render,
            StatusCodeSelector = problem => problem is BadHttpRequestException bad
                ? bad.StatusCode
                : statusOf?.Invoke(problem) ?? StatusCodes.Status500InternalServerError,
            // A missing page is an answer, not a failure of this handler
            AllowStatusCode404Response = true
        });
        app.UseStatusCodePages(context => render(context.HttpContext));
        return app;
    }

    /// <summary>A form was sent without a token that fits: it was open too long, or no page of ours made it.</summary>
    public const string Expired = "expired";

    public static bool IsForgedOrOld(HttpContext context) => context.Items[typeof(StatusPages)] is Expired;

    /// <summary>Chooses a page that the status code alone does not tell.</summary>
    public static void Explain(HttpContext context, string code) => context.Items[typeof(StatusPages)] = code;

    private static async Task GoTo(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        var code = context.Items[typeof(StatusPages)] as string ?? context.Response.StatusCode.ToString();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = "/status/" + code;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Path = path;
        }
    }
}
