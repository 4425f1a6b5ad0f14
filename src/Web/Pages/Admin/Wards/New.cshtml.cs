using Champions.Application.WardList;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.Wards;

/// <summary>Adds a ward to a site of the trust.</summary>
public sealed class NewModel(WardListQueries wards, SaveWardHandler handler) : ChampionsPage
{
    [BindProperty]
    public WardForm Input { get; set; } = new();

    [BindProperty]
    public Guid? Site { get; set; }

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Site is null && ModelState.GetValueOrDefault(nameof(Site))?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(nameof(Site), "Choose the site the ward is on");
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var saved = await handler.HandleAsync(
            new SaveWard(null, new SiteId(Site!.Value), Input.Code!, Input.Name!, Input.Specialty ?? ""), Actor, cancellationToken);
        return saved.IsSuccess
            ? SeeOther($"/wards/{saved.Value.Value}", $"{Input.Name!.Trim()} is added. Give it a champion next.")
            : Refuse(saved.Error, WardForm.FieldOf(saved.Error));
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Sites = [.. (await wards.SitesAsync(cancellationToken)).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
}
