using System.Threading.RateLimiting;
using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Identity;
using Champions.Web.Access.SignOn;
using Champions.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Access;

/// <summary>Cookie, rights and limits of getting in.</summary>
internal static class AccessSetup
{
    public const string SignInLimit = "sign-in";

    /// <summary>Item of a request whose session ended because its person came to a role that needs a second factor.</summary>
    private static readonly object LacksSecondFactor = new();

    /// <summary>Against floods alone: a whole hospital may log in from one address. Guessing has limits of its own.</summary>
    private const int SignInsPerMinute = 600;

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

            // Where to go is for us to decide; the framework would take any returnUrl of the request, in any characters
            cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToLogin = context =>
            {
                EndedSession.Explain(context.HttpContext);
                context.Response.Redirect(context.RedirectUri + (context.HttpContext.Items.ContainsKey(LacksSecondFactor) ? $"&{WhyLogIn.SecondFactor}" : ""));
                return Task.CompletedTask;
            };
        }).AddCookie(EnteringCookie.Scheme, cookie => EnteringCookie.Configure(cookie, https));
        services.AddSingleton(new DemoPersonas(configuration.IsDemoEnabled()));
        services.AddSingleSignOn();
        services.AddScoped<Entrance>();
        services.AddSingleton<PasskeyCookie>();
        services.AddSingleton<EnteringCookie>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<Doorstep>();
        services.AddScoped<CodeEntrance>();
        services.AddSingleton<DoorCookies>();
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
        services.Configure<CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = https ? "__Host-champions-said" : "champions-said";
            said.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            said.Cookie.SameSite = SameSiteMode.Lax;
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
                    NetworkNumber.Of(context.Connection.RemoteIpAddress),
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
        var (rights, lacksSecondFactor) = ActorClaims.SessionOf(context.Principal) is { } session
            ? await services.ReadRightsAsync(session, context.HttpContext.RequestAborted)
            : new SessionRights(null, LacksSecondFactor: false);
        if (rights is null)
        {
            if (lacksSecondFactor)
            {
                context.HttpContext.Items[LacksSecondFactor] = true;
            }
            else
            {
                EndedSession.Note(context.HttpContext);
            }

            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
            return;
        }

        context.ReplacePrincipal(ActorClaims.ForRequest(rights));
        SessionClock.Set(context.HttpContext, rights, services.GetRequiredService<TimeProvider>().GetUtcNow());
        services.GetRequiredService<CurrentActor>().Set(rights.Actor);
    }
}
