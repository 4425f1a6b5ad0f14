using System.Security.Cryptography;
using System.Text.Json;
using Champions.Application.Abstractions;
using Microsoft.AspNetCore.DataProtection;

namespace Champions.Web.Access;

/// <summary>
/// What a browser carries from one page of the door to the next, until its person is in: encrypted, out of reach of scripts, for one
/// purpose and a short time. Whoever has none, or an old one, begins again.
/// </summary>
public sealed class DoorCookies(IDataProtectionProvider protection, ServiceAddress service, TimeProvider clock)
{
    private readonly bool https = service.PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Null when there is none that still holds.</summary>
    public T? Read<T>(HttpContext context) where T : class, IDoorState
    {
        if (context.Request.Cookies[Name<T>()] is not { Length: > 0 } carried)
        {
            return null;
        }

        try
        {
            var carriage = JsonSerializer.Deserialize<Carriage<T>>(Protector<T>().Unprotect(carried));
            return carriage is not null && clock.GetUtcNow() < carriage.Until ? carriage.State : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Keep<T>(HttpContext context, T state) where T : class, IDoorState => context.Response.Cookies.Append(
        Name<T>(), Protector<T>().Protect(JsonSerializer.Serialize(new Carriage<T>(clock.GetUtcNow() + T.Life, state))), Options(T.Life));

    public void Forget<T>(HttpContext context) where T : class, IDoorState => context.Response.Cookies.Delete(Name<T>(), Options(null));

    private CookieOptions Options(TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = https,
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };

    private string Name<T>() where T : IDoorState => $"{(https ? "__Host-" : "")}champions-{T.Name}";

    private IDataProtector Protector<T>() where T : IDoorState => protection.CreateProtector("Champions.Door", T.Name);

    private sealed record Carriage<T>(DateTimeOffset Until, T State);
}

/// <summary>One kind of thing to carry.</summary>
public interface IDoorState
{
    /// <summary>End of the cookie's name; also keeps one kind from passing for another.</summary>
    static abstract string Name { get; }

    static abstract TimeSpan Life { get; }
}
