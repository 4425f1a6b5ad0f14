using System.Collections.Concurrent;
using System.Security.Claims;
using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Champions.Web.Access.SignOn;

/// <summary>
/// What the framework's OpenID Connect handler must know about each identity provider. A provider is prepared before its scheme is used,
/// and what was read about it (its keys, its addresses) is kept until its row changes.
/// </summary>
public sealed class SignOnOptions(
    IPostConfigureOptions<OpenIdConnectOptions> finish, SignOnSecrets secrets, ServiceAddress service, TimeProvider clock)
    : IOptionsMonitor<OpenIdConnectOptions>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Signatures by key pairs alone: neither "none" nor the client's own secret proves who made a token.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly ConcurrentDictionary<string, OpenIdConnectOptions> prepared = new(StringComparer.Ordinal);

    public OpenIdConnectOptions CurrentValue => throw new NotSupportedException("Identity providers have names.");

    public static string ReturnPath(SingleSignOnId provider) => $"/sign-in/single-sign-on/{provider.Value:D}/return";

    /// <returns>The name of the scheme.</returns>
    public string Prepare(SingleSignOn provider)
    {
        var name = SignOnSchemes.NameOf(provider);
        prepared.GetOrAdd(name, _ => Make(name, provider));
        return name;
    }

    public OpenIdConnectOptions Get(string? name) =>
        prepared.TryGetValue(name ?? "", out var options) ? options : throw new InvalidOperationException("The provider was not prepared.");

    public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;

    private OpenIdConnectOptions Make(string name, SingleSignOn provider)
    {
        var issuer = new Uri(provider.Issuer);
        var options = new OpenIdConnectOptions
        {
            Authority = provider.Issuer,
            ClientId = provider.ClientId,
            ClientSecret = provider.ProtectedSecret is { } secret ? secrets.Open(secret) : null,
            RequireHttpsMetadata = !issuer.IsLoopback,
            ResponseType = OpenIdConnectResponseType.Code,

            // An answer in the address comes with our Lax cookies; a posted one would not
            ResponseMode = OpenIdConnectResponseMode.Query,
            UsePkce = true,
            CallbackPath = ReturnPath(provider.Id),
            SignInScheme = CookieName,
            SaveTokens = false,
            GetClaimsFromUserInfoEndpoint = false,
            MapInboundClaims = false,
            UseTokenLifetime = false,
            BackchannelTimeout = Patience,
            RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10),
            TimeProvider = clock,
            Events = Events(provider),
            TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = provider.ClientId,
                ValidAlgorithms = Algorithms,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ClockSkew = TimeSpan.FromMinutes(1),
                NameClaimType = "name",
            },
        };
        options.Scope.Add("email");

        // They would take the issuer out of what was checked
        options.ClaimActions.Clear();
        var https = service.PublicUrl.Scheme == Uri.UriSchemeHttps;
        foreach (var (cookie, kind) in new[] { (options.CorrelationCookie, "asked"), (options.NonceCookie, "nonce") })
        {
            // The framework adds what tells two log-ins at once apart. The prefix needs the path of the whole site
            cookie.Name = $"{(https ? "__Host-" : "")}champions-{kind}.";
            cookie.Path = "/";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        finish.PostConfigure(name, options);
        options.Validate(name);
        return options;
    }

    /// <summary>The handler insists on a scheme to sign in with; it never gets that far, because the page takes over.</summary>
    private const string CookieName = "Cookies";

    private OpenIdConnectEvents Events(SingleSignOn provider)
    {
        var returnTo = service.Of(ReturnPath(provider.Id)).AbsoluteUri;
        return new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                // The address people know us by, whatever Host the request names
                context.ProtocolMessage.RedirectUri = returnTo;
                if (provider.RequiredAcr is { } acr)
                {
                    context.ProtocolMessage.AcrValues = acr;
                }

                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                // The framework's handler takes a token without a signature when it came straight from the provider; we do not
                if (context.SecurityToken.RawSignature is not { Length: > 0 } || !Algorithms.Contains(context.SecurityToken.SignatureAlgorithm, StringComparer.Ordinal))
                {
                    context.Fail("The token is not signed by a key of the provider.");
                }
                else if (!string.Equals(context.SecurityToken.Issuer, provider.Issuer, StringComparison.Ordinal))
                {
                    // What the provider publishes about itself is not enough: it must be the issuer that the administrator entered
                    context.Fail("The token names another issuer.");
                }
                else if (provider.RequiredAcr is { } acr && context.Principal?.FindFirstValue("acr") != acr)
                {
                    context.Fail("The token does not name the required authentication context.");
                }

                return Task.CompletedTask;
            },
            OnTicketReceived = context =>
            {
                SignOnAnswer.Give(context.HttpContext, new SignOnAnswer(context.Principal, context.Properties?.Items[SignOnAnswer.ReturnUrl]));
                context.HandleResponse();
                return Task.CompletedTask;
            },
            OnRemoteFailure = context =>
            {
                SignOnAnswer.Give(context.HttpContext, new SignOnAnswer(null, null));
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
    }
}
