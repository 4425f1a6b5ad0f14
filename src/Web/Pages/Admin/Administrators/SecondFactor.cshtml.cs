using Champions.Application.PeopleList;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Champions.Web.Pages.Admin.People;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Administrators;

/// <summary>Takes a lost second factor away from another administrator.</summary>
public sealed class SecondFactorModel(AdministratorQueries queries, TakeAdministratorsSecondFactorHandler handler) : ChampionsPage
{
    private const string List = "/admin/administrators";

    /// <summary>Whoever sends the form has checked who asks.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    public string Name { get; private set; } = "";

    public LostSecondFactorForm Form => new(Checked, List);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        if (!Checked)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Checked), LostSecondFactorForm.NotChecked);
            return Again();
        }

        var taken = await handler.HandleAsync(new TakeAdministratorsSecondFactor(new AccountId(id)), Actor, cancellationToken);
        return taken switch
        {
            { IsSuccess: false } => Stop(taken.Error),
            { Value.IsNothing: true } => SeeOtherUnchanged(List, SecondFactorWords.Already(taken.Value)),
            _ => SeeOther(List, SecondFactorWords.Done(taken.Value)),
        };
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.FindToChangeAsync(new AccountId(id), Actor, cancellationToken);
        Name = found.IsSuccess ? found.Value : "";
        return found.IsSuccess ? null : Stop(found.Error);
    }

    private IActionResult Stop(Error error) => error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : Refuse(error);
}
