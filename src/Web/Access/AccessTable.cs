using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Champions.Web.Access;

/// <summary>
/// Who may open which page: the one table behind every page's policy and behind the access tests. A page without a row
/// stops the program from starting.
/// </summary>
internal static class AccessTable
{
    private const Roles Anybody = Roles.Staff | Roles.Champion | Roles.Coordinator | Roles.Helpdesk | Roles.Administrator;
    private const Roles Logging = Roles.Champion | Roles.Coordinator;
    private const Roles InTrust = Roles.Staff | Roles.Champion | Roles.Coordinator | Roles.Helpdesk;

    /// <summary>Rows by Razor page. A person may enter with any one of the roles; no role at all means signed out people too.</summary>
    public static IReadOnlyDictionary<string, Roles> Pages { get; } = new Dictionary<string, Roles>(StringComparer.OrdinalIgnoreCase)
    {
        ["/Index"] = Roles.None,
        ["/About"] = Roles.None,
        ["/Status"] = Roles.None,
        ["/Account/SignIn"] = Roles.None,
        ["/Account/SignOut"] = Roles.None,

        // Answers 404 outside Development
        ["/Dev/Mail/Index"] = Roles.None,
        ["/Dev/Mail/Email"] = Roles.None,

        ["/Home"] = Anybody,

        ["/Wards/Index"] = Roles.Champion | Roles.Coordinator,
        ["/Wards/Ward"] = Roles.Champion | Roles.Coordinator,
        ["/Wards/Assign"] = Roles.Coordinator,
        ["/Wards/EndAssignment"] = Roles.Coordinator,
        ["/People/Index"] = Roles.Coordinator,
        ["/People/Champion"] = Roles.Champion | Roles.Coordinator,
        ["/Admin/Trusts/Index"] = Roles.Administrator,
        ["/Admin/Trusts/Details"] = Roles.Administrator,
        ["/Slots/Index"] = Roles.Champion | Roles.Coordinator,
        ["/Slots/New"] = Roles.Champion,
        ["/Slots/Offered"] = Roles.Champion,
        ["/Slots/Details"] = Roles.Champion | Roles.Coordinator,
        ["/Slots/Cancel"] = Roles.Champion | Roles.Coordinator,

        ["/Admin/Emails/Index"] = Roles.Coordinator | Roles.Administrator,
        ["/Admin/Emails/Email"] = Roles.Coordinator | Roles.Administrator,
        ["/Admin/Jobs/Index"] = Roles.Administrator,

        ["/Sessions/Log"] = Logging,
        ["/Sessions/Saved"] = Logging,
        ["/Sessions/Index"] = Logging,
        ["/Sessions/Export"] = Logging,
        ["/Sessions/Details"] = Logging,
        ["/Sessions/Edit"] = Logging,
        ["/FollowUps/Index"] = Logging,
        ["/FollowUps/Done"] = Logging,
        ["/Help/Index"] = InTrust,
        ["/Help/Slot"] = InTrust,
        ["/Bookings/Index"] = InTrust,
        ["/Bookings/Details"] = InTrust,
        ["/Bookings/Booked"] = InTrust,
        ["/Bookings/Move"] = InTrust,
        ["/Bookings/Cancel"] = InTrust,
        ["/Bookings/Calendar"] = InTrust,
    };

    /// <summary>Gives every page the policy of its row.</summary>
    public static void Apply(PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        if (!Pages.TryGetValue(page.ViewEnginePath, out var roles))
        {
            throw new InvalidOperationException($"The page {page.ViewEnginePath} has no row in the access table.");
        }

        page.EndpointMetadata.Add(roles == Roles.None
            ? new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute()
            : new Microsoft.AspNetCore.Authorization.AuthorizeAttribute { Roles = RoleNames(roles) });
    });

    /// <summary>Names as they stand in claims, comma separated.</summary>
    public static string RoleNames(Roles roles) =>
        string.Join(',', Enum.GetValues<Roles>().Where(r => r != Roles.None && (roles & r) != Roles.None));
}
