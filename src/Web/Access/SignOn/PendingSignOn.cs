using System.Text.Json;
using Champions.Application.Abstractions;
using Microsoft.AspNetCore.DataProtection;

namespace Champions.Web.Access.SignOn;

/// <summary>
/// A provider's account that has been proved but is nobody's yet. It waits in this browser, encrypted and for a few minutes, until the
/// person has proved their work email and agreed to link the two.
/// </summary>
public sealed record PendingSignOn(Guid Provider, string Issuer, string Subject, string Shown);

public sealed class PendingSignOns(IDataProtectionProvider protection, ServiceAddress service)
{
    /// <summary>Where the person is asked to agree.</summary>
    public const string LinkPage = "/sign-in/single-sign-on/link";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("SingleSignOn.Pending").ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, PendingSignOn pending) =>
        context.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(pending), Life), Options());

    /// <summary>Null when there is none, or it is too old, or not ours.</summary>
    public PendingSignOn? Find(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PendingSignOn>(protector.Unprotect(value));
        }
        catch (Exception notOurs) when (notOurs is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    /// <summary>
    /// At a log-in that does not lead to where the person is asked: what somebody else left waiting in a shared browser must not be offered
    /// to whoever comes next.
    /// </summary>
    public void ForgetUnlessAskedAt(HttpContext context, string next)
    {
        if (next != LinkPage && context.Request.Cookies.ContainsKey(Name))
        {
            Forget(context);
        }
    }

    private bool Https => service.PublicUrl.Scheme == Uri.UriSchemeHttps;

    private string Name => Https ? "__Host-champions-link" : "champions-link";

    private CookieOptions Options() => new()
    {
        HttpOnly = true, Secure = Https, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = Life,
    };
}
