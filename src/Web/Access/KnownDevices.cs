using System.Security.Cryptography;
using System.Text.Json;
using Champions.Application.Entering;
using Microsoft.AspNetCore.DataProtection;

namespace Champions.Web.Access;

/// <summary>
/// Remembers, in a cookie that only we can read, which accounts have come in on this device. It opens nothing: it only gives the person
/// tries of their own while strangers guess. A ward's computer remembers the last few people.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IConfiguration configuration)
{
    private const int MostAccounts = 20;
    private const int NumberBytes = 9;

    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private readonly bool https = configuration.GetPublicUrl().Scheme == Uri.UriSchemeHttps;
    private readonly IDataProtector protector = protection.CreateProtector("Champions.KnownDevices");

    private string Name => https ? "__Host-champions-device" : "champions-device";

    /// <summary>Who tries a secret, as far as the request tells.</summary>
    public Guesser GuesserOf(HttpContext context) => new(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        Read(context).DistinctBy(k => k.Account).ToDictionary(k => new AccountId(k.Account), k => k.Device));

    /// <summary>The person has come in on this device, and is the last to have done so.</summary>
    public void Remember(HttpContext context, AccountId account)
    {
        var known = Read(context);
        var device = known.Find(k => k.Account == account.Value)?.Device ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(NumberBytes));
        var kept = known.Where(k => k.Account != account.Value).Prepend(new Known(account.Value, device)).Take(MostAccounts);
        context.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(kept)), new CookieOptions
        {
            HttpOnly = true,
            Secure = https,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
            MaxAge = Life,
        });
    }

    private List<Known> Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } kept)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<Known>>(protector.Unprotect(kept)) ?? [];
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            // Made up, or older than our keys
            return [];
        }
    }

    private sealed record Known(Guid Account, string Device);
}
