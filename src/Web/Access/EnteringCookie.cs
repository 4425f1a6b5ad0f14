using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Champions.Web.Access;

/// <summary>
/// Somebody has proved who they are once and must do so in a second way. Until then there is no session: only this cookie, encrypted, for
/// ten minutes, which lets them see nothing but the door.
/// </summary>
public sealed class EnteringCookie
{
    public const string Scheme = "Entering";

    private const string Account = "account";
    private const string Generation = "generation";
    private const string Method = "method";
    private const string OwnPhone = "phone";
    private const string ReturnUrl = "return";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void Configure(CookieAuthenticationOptions cookie, bool https)
    {
        cookie.Cookie.Name = https ? "__Host-champions-entering" : "champions-entering";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Life;
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
    }

    /// <param name="context">The request that proved the first factor.</param>
    /// <param name="arrival">How they came. A new password ends this as well, by the generation.</param>
    public Task BeginAsync(HttpContext context, Arrival arrival) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(Account, arrival.AccountId.Value.ToString("N")),
                new Claim(Generation, arrival.Generation.ToString(CultureInfo.InvariantCulture)),
                new Claim(Method, arrival.Method.ToString()),
                new Claim(OwnPhone, arrival.IsOwnPhone.ToString()),
                new Claim(ReturnUrl, LocalAddress.Or(arrival.ReturnUrl, "")),
            ],
            Scheme)));

    /// <summary>Null when nobody is on their way in, or has been for too long.</summary>
    public async Task<Arrival?> ReadAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync(Scheme)).Principal is not { } who)
        {
            return null;
        }

        return new Arrival(
            new AccountId(Guid.ParseExact(who.FindFirstValue(Account)!, "N")),
            int.Parse(who.FindFirstValue(Generation)!, CultureInfo.InvariantCulture),
            Enum.Parse<SignInMethod>(who.FindFirstValue(Method)!),
            WithSecondFactor: false,
            bool.Parse(who.FindFirstValue(OwnPhone)!),
            who.FindFirstValue(ReturnUrl));
    }

    public Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
