using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Champions.Web.Nhs;

/// <summary>The menu of a person, from the roles in their claims. No database is asked.</summary>
internal static class Navigation
{
    /// <summary>Claim with the name of the trust that stands in the header.</summary>
    public const string TrustNameClaim = "trust_name";

    /// <summary>Claim with the name of the person as they want to be called.</summary>
    public const string DisplayNameClaim = "display_name";

    private static readonly NavigationItem Home = new("Home", "/home");
    private static readonly NavigationItem FindHelp = new("Find help", "/help");
    private static readonly NavigationItem MyBookings = new("My bookings", "/bookings");
    private static readonly NavigationItem Sessions = new("Sessions", "/sessions");
    private static readonly NavigationItem FollowUps = new("Follow-ups", "/follow-ups");
    private static readonly NavigationItem People = new("People", "/admin/people");
    private static readonly NavigationItem Emails = new("Emails", "/admin/email");
    private static readonly NavigationItem Audit = new("Audit trail", "/admin/audit");

    private static readonly NavigationItem[] Staff = [Home, FindHelp, MyBookings];

    private static readonly NavigationItem[] Champion =
        [.. Staff, new("My times", "/slots"), new("Log a session", "/sessions/log"), Sessions, FollowUps];

    private static readonly NavigationItem[] Coordinator =
        [Home, new("Wards", "/wards"), new("Champions", "/champions"), Sessions, new("Bookings", "/bookings"), new("Times", "/slots"), FollowUps, People, Emails, Audit];

    private static readonly NavigationItem[] Helpdesk = [Home, FindHelp, MyBookings];

    private static readonly NavigationItem[] Administrator =
        [Home, new("Trusts", "/admin/trusts"), People, Emails, new("Jobs", "/admin/jobs"), Audit];

    // The widest role decides; items of several roles add up without doubles
    private static readonly (string Role, NavigationItem[] Items)[] ByRole =
        [("Administrator", Administrator), ("Coordinator", Coordinator), ("Champion", Champion), ("Helpdesk", Helpdesk)];

    public static IReadOnlyList<NavigationItem> For(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true)
        {
            return [];
        }

        var items = ByRole.Where(entry => user.IsInRole(entry.Role)).SelectMany(entry => entry.Items).DistinctBy(item => item.Href).ToList();
        return items.Count > 0 ? items : Staff;
    }

    /// <summary>The item of the section a path is in: the longest address that the path starts with.</summary>
    public static NavigationItem? Current(IEnumerable<NavigationItem> items, PathString path) => items
        .Where(item => path.StartsWithSegments(item.Href, StringComparison.OrdinalIgnoreCase))
        .MaxBy(item => item.Href.Length);

    public static string? TrustName(ClaimsPrincipal user) => user.FindFirst(TrustNameClaim)?.Value;

    public static string? PersonName(ClaimsPrincipal user) => user.FindFirst(DisplayNameClaim)?.Value ?? user.Identity?.Name;
}
