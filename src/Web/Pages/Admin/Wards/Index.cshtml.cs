using Champions.Application.Lists;
using Champions.Application.WardList;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.Wards;

/// <summary>Every ward of the trust, to be added to and set right.</summary>
public sealed class IndexModel(WardListQueries wards) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public PageOf<WardListRow> Wards { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> States { get; } = [new("Open", "open"), new("Closed", "closed")];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || States.Any(s => s.Value == State);

    protected override string UsualSort => "name";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Wards = await wards.ListAsync(Search, State == "closed" ? true : State == "open" ? false : null, Number, cancellationToken);
        return Wards.Exists ? Page() : ToFirstPage();
    }
}
