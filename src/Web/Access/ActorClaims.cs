using System.Security.Claims;
using Champions.Application.Abstractions;
using Champions.Domain;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Web.Nhs;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Champions.Web.Access;

/// <summary>What the cookie holds (account and stamp) and what a request knows (the rights the database gave it).</summary>
internal static class ActorClaims
{
    public const string Account = "sub";
    public const string Stamp = "stamp";
    private const string Person = "person";
    private const string Trust = "trust";
    private const string Champion = "champion";

    public static ClaimsPrincipal ForCookie(SignedInAccount account) => Principal(
        [new Claim(Account, account.AccountId.ToString("N")), new Claim(Stamp, account.SecurityStamp)]);

    public static ClaimsPrincipal ForRequest(Guid account, string stamp, CurrentRights rights)
    {
        var actor = rights.Actor;
        List<Claim> claims =
        [
            new(Account, account.ToString("N")),
            new(Stamp, stamp),
            new(Person, actor.PersonId.Value.ToString("N")),
            new(Trust, actor.TrustId.Value.ToString("N")),
            new(Navigation.DisplayNameClaim, rights.DisplayName),
        ];
        claims.AddRange(Enum.GetValues<Roles>().Where(r => r != Roles.None && actor.Is(r)).Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        if (actor.ChampionId is { } champion)
        {
            claims.Add(new Claim(Champion, champion.Value.ToString("N")));
        }

        if (rights.TrustName is { } trust)
        {
            claims.Add(new Claim(Navigation.TrustNameClaim, trust));
        }

        return Principal(claims);
    }

    /// <summary>Null when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Person) is not { } person || user.FindFirstValue(Trust) is not { } trust)
        {
            return null;
        }

        var champion = user.FindFirstValue(Champion);
        var roles = user.FindAll(ClaimTypes.Role).Aggregate(Roles.None, (sum, claim) => sum | Enum.Parse<Roles>(claim.Value));
        return new Actor(
            new StaffMemberId(Guid.Parse(person)),
            new TrustId(Guid.Parse(trust)),
            champion is null ? null : new ChampionId(Guid.Parse(champion)),
            roles);
    }

    private static ClaimsPrincipal Principal(IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
}
