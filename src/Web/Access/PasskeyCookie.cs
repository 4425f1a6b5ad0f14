using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Champions.Application.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Access;

/// <summary>
/// Keeps the question of a passkey until it is answered: encrypted, in the one browser that was asked, for what was asked, a few minutes
/// long. That an answer is not taken twice is the affair of the use cases, because a cookie can be copied.
/// </summary>
public sealed class PasskeyCookie(IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock)
{
    private const int ExpiryBytes = sizeof(long);

    private readonly bool https = configuration.GetPublicUrl().Scheme == Uri.UriSchemeHttps;

    private string Name => https ? "__Host-champions-passkey" : "champions-passkey";

    /// <param name="context">The request that asks.</param>
    /// <param name="purpose">What the answer is for, and whose; the same words must be given to <see cref="Take"/>.</param>
    /// <param name="question">What is asked.</param>
    public void Keep(HttpContext context, string purpose, PasskeyQuestion question)
    {
        var state = new byte[ExpiryBytes + Encoding.UTF8.GetByteCount(question.State)];
        BinaryPrimitives.WriteInt64BigEndian(state, (clock.GetUtcNow() + PasskeyQuestion.Life).UtcTicks);
        Encoding.UTF8.GetBytes(question.State, state.AsSpan(ExpiryBytes));
        context.Response.Cookies.Append(Name, WebEncoders.Base64UrlEncode(For(purpose).Protect(state)), Options(PasskeyQuestion.Life));
    }

    /// <summary>The answer together with its question, which the browser forgets; null when there is none that it may still answer.</summary>
    public PasskeyAnswer? Take(HttpContext context, string purpose, string credential)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } kept || credential.Length > PasskeyAnswer.CredentialMax)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(age: null));
        try
        {
            var state = For(purpose).Unprotect(WebEncoders.Base64UrlDecode(kept)).AsSpan();
            return clock.GetUtcNow().UtcTicks < BinaryPrimitives.ReadInt64BigEndian(state)
                ? new PasskeyAnswer(credential, Encoding.UTF8.GetString(state[ExpiryBytes..]))
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Made up, or made for something else
            return null;
        }
    }

    private IDataProtector For(string purpose) => protection.CreateProtector("Champions.Passkey", purpose);

    private CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = https,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
        MaxAge = age,
    };
}
