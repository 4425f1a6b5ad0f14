using System.Net;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Champions.TestSupport.Web;

/// <summary>The cookie with which a browser shows its session, made past the log-in pages.</summary>
public static class SessionCookie
{
    /// <param name="session">A stored session.</param>
    /// <param name="name">Of the cookie.</param>
    /// <param name="format">With the keys of the program that will read it.</param>
    /// <param name="now">When it is given.</param>
    public static Cookie Of(AccountSessionId session, string name, ISecureDataFormat<AuthenticationTicket> format, DateTimeOffset now)
    {
        var ticket = new AuthenticationTicket(
            ActorClaims.ForCookie(session),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + AccountSession.LongestOnOwnPhone },
            CookieAuthenticationDefaults.AuthenticationScheme);
        return new Cookie(name, format.Protect(ticket)) { Path = "/" };
    }
}
