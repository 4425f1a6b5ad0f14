using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Champions.Web.Access.SignOn;

internal static class SignOnSetup
{
    /// <summary>The framework's OpenID Connect handler, with providers from the database instead of from the program.</summary>
    public static void AddSingleSignOn(this IServiceCollection services)
    {
        services.AddSingleton<IAuthenticationSchemeProvider, SignOnSchemes>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddSingleton<SignOnSecrets>();
        services.AddSingleton<SignOnOptions>();
        services.AddSingleton<IOptionsMonitor<OpenIdConnectOptions>>(provider => provider.GetRequiredService<SignOnOptions>());
        services.AddSingleton<PendingSignOns>();
        services.AddTransient<OpenIdConnectHandler>();
    }
}
