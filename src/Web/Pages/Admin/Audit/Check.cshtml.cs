using Champions.Application.Auditing;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.Audit;

/// <summary>Checks the trail and says what was found. It changes nothing, but it is work, so it takes a button.</summary>
public sealed class CheckModel(CheckTrailHandler check, AuditQueries queries) : ChampionsPage
{
    private const string Installation = "installation";

    [BindProperty]
    public string? Trust { get; set; }

    public bool IsEveryTrust => Actor.Is(Roles.Administrator);

    public IReadOnlyList<SelectListItem> Trusts { get; private set; } = [];

    /// <summary>Null before the button was pressed.</summary>
    public TrailReport? Report { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadTrustsAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadTrustsAsync(cancellationToken);
        Guid? chain = Trust == Installation ? Guid.Empty : Guid.TryParse(Trust, out var id) ? id : null;
        var found = await check.HandleAsync(new CheckTrail(IsEveryTrust ? chain : null), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Report = found.Value;
        return Page();
    }

    private async Task ReadTrustsAsync(CancellationToken cancellationToken) => Trusts =
    [
        new SelectListItem(TrailWords.Installation, Installation),
        .. (await queries.TrustsAsync(Actor, cancellationToken)).Select(t => new SelectListItem(t.Name, t.Id.ToString())),
    ];
}
