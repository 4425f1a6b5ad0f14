using Champions.Application.Auditing;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Audit;

/// <summary>Who changed what, newest first. Pages follow each other by a place in time, so nothing shifts while people work.</summary>
public sealed class IndexModel(AuditQueries queries) : AuditFilterPage(queries)
{
    private readonly AuditQueries queries = queries;

    /// <summary>Where the page begins; anything unreadable begins at the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>Null when the filter cannot be read.</summary>
    public AuditPage? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadFilterAsync(cancellationToken))
        {
            return Again();
        }

        Found = await queries.ListAsync(Filter, AuditPlace.Read(Before), Actor, cancellationToken);
        return Page();
    }

    public string Here => AddressOf("/admin/audit");

    public string Older => AddressOf("/admin/audit", ("before", Found?.Next?.ToString()));

    public string Download => AddressOf("/admin/audit/export.csv");

    /// <summary>The list of one person's changes, or of one row's.</summary>
    public static string Only(string key, string value) => $"/admin/audit?{key}={Uri.EscapeDataString(value)}";

    /// <summary>The page of the row, for those who have one for it.</summary>
    public string? AddressOf(AuditRow row) => !Guid.TryParse(row.EntityId, out var id) ? null : row.Entity switch
    {
        "Trust" when Actor.Is(Roles.Administrator) => $"/admin/trusts/{id}",
        _ when !Actor.IsCoordinator || row.Chain != Actor.TrustId.Value => null,
        "HelpSlot" => $"/slots/{id}",
        "Booking" => $"/bookings/{id}",
        "SupportSession" => $"/sessions/{id}",
        "Champion" => $"/champions/{id}",
        "Ward" => $"/wards/{id}",
        _ => null,
    };
}
