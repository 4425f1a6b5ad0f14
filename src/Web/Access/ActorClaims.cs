using System.Security.Claims;
using Champions.Application.Abstractions;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Web.Nhs;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Champions.Web.Access;

/// <summary>What the cookie holds (the session) and what a request knows (the rights the database gave it).</summary>
internal static class ActorClaims
{
    private const string Session = "sid";

    public static ClaimsPrincipal ForCookie(AccountSessionId session) => Principal([new Claim(Session, session.Value.ToString("N"))]);

    /// <summary>Null when the cookie names no session.</summary>
    public static AccountSessionId? SessionOf(ClaimsPrincipal? user) =>
        Guid.TryParseExact(user?.FindFirstValue(Session), "N", out var id) ? new AccountSessionId(id) : null;

    public static ClaimsPrincipal ForRequest(CurrentRights rights)
    {
        var actor = rights.Actor;
        List<Claim> claims =
        [
            new(Session, actor.SessionId.Value.ToString("N")),
            new(Navigation.DisplayNameClaim, rights.DisplayName),
        ];
        claims.AddRange(Enum.GetValues<Roles>().Where(r => r != Roles.None && actor.Is(r)).Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        if (rights.TrustName is { } trust)
        {
            claims.Add(new Claim(Navigation.TrustNameClaim, trust));
        }

        return Principal(claims);
    }

    private static ClaimsPrincipal Principal(IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
}
