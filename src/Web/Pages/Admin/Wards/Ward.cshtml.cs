using Champions.Application.WardList;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Wards;

/// <summary>Says anew what a ward is called, closes it, opens it again.</summary>
public sealed class WardModel(WardListQueries wards, SaveWardHandler save, CloseWardHandler close) : ChampionsPage
{
    [BindProperty]
    public WardForm Input { get; set; } = new();

    public WardListRow Ward { get; private set; } = null!;

    public bool IsClosed => Ward.ClosedOn is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ShowStored();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var saved = await save.HandleAsync(new SaveWard(new WardId(id), default, Input.Code!, Input.Name!, Input.Specialty ?? ""), Actor, cancellationToken);
        return saved.IsSuccess ? SeeOther("/admin/wards", $"{Input.Name!.Trim()} is saved.") : Refuse(saved.Error, WardForm.FieldOf(saved.Error));
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => CloseAsync(id, closed: true, cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellationToken) => CloseAsync(id, closed: false, cancellationToken);

    private async Task<IActionResult> CloseAsync(Guid id, bool closed, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ShowStored();
        Result<string> done = await close.HandleAsync(new CloseWard(new WardId(id), closed), Actor, cancellationToken);
        return done.IsSuccess ? SeeOther("/admin/wards", $"{done.Value} is {(closed ? "closed" : "open again")}.") : Refuse(done.Error);
    }

    private void ShowStored() => Input = new WardForm { Name = Ward.Name, Code = Ward.Code, Specialty = Ward.Specialty };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await wards.FindAsync(new WardId(id), cancellationToken) is not { } ward)
        {
            return false;
        }

        Ward = ward;
        return true;
    }
}
