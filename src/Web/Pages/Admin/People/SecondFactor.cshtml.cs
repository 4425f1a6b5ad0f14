using Champions.Application.PeopleList;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Takes a lost second factor away from somebody, who sets up another at their next log-in.</summary>
public sealed class SecondFactorModel(PersonDetailQueries queries, TakeSecondFactorHandler handler) : PersonPage(queries)
{
    /// <summary>Whoever sends the form has checked who asks.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    public SecondFactors Factors { get; private set; } = null!;

    public LostSecondFactorForm Form => new(Checked, Address);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAllAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        if (!Checked)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Checked), LostSecondFactorForm.NotChecked);
            return Again();
        }

        var taken = await handler.HandleAsync(new TakeSecondFactor(PersonId), Actor, cancellationToken);
        return taken switch
        {
            { IsSuccess: false } => Stop(taken.Error),
            { Value.IsNothing: true } => SeeOtherUnchanged(Address, SecondFactorWords.Already(taken.Value)),
            _ => SeeOther(Address, SecondFactorWords.Done(taken.Value)),
        };
    }

    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        Factors = await Queries.SecondFactorsAsync(Person, Actor, cancellationToken);
        return null;
    }
}
