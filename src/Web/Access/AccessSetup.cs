using System.Threading.RateLimiting;
using Champions.Application.Abstractions;
using Champions.Infrastructure.Identity;
using Champions.Web.Access.SignOn;
using Champions.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Access;

/// <summary>Cookie, rights and limits of getting in.</summary>
internal static class AccessSetup
{
    public const string SignInLimit = "sign-in";
    private const int SignInsPerMinute = 30;

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var https = configuration.GetPublicUrl().Scheme == Uri.UriSchemeHttps;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            // The __Host- prefix needs HTTPS; plain HTTP is for localhost only.
            cookie.Cookie.Name = https ? "__Host-champions" : "champions";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = null;
            cookie.ReturnUrlParameter = "returnUrl";

            // The row of the session says when it ends; the cookie only has to outlive it
            cookie.ExpireTimeSpan = AccountSession.LongestOnOwnPhone;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = ReadRightsAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddSingleton(new DemoPersonas(configuration.IsDemoEnabled()));
        services.AddSingleSignOn();
        services.AddScoped<Entrance>();
        services.AddSingleton<PasskeyCookie>();
        services.AddSingleton<IAuthorizationHandler, AccessRequirementHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AccessRequirement.PolicyName, policy => policy.RequireAuthenticatedUser().AddRequirements(new AccessRequirement()));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = https ? "__Host-champions-form" : "champions-form";
            options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limits.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>
    /// Rights come from the database on every request: a demotion or a disabled account counts at once. From then on the person is the
    /// actor, and queries see the rows of their trust.
    /// </summary>
    private static async Task ReadRightsAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var rights = ActorClaims.SessionOf(context.Principal) is { } session
            ? await services.ReadRightsAsync(session, context.HttpContext.RequestAborted)
            : null;
        if (rights is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
            return;
        }

        context.ReplacePrincipal(ActorClaims.ForRequest(rights));
        services.GetRequiredService<CurrentActor>().Set(rights.Actor);
    }
}
