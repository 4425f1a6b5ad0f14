using Champions.Application.PeopleList;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Stops and restores somebody's way in.</summary>
public sealed class AccessModel(PersonDetailQueries queries, ChangeAccessHandler handler) : PersonPage(queries)
{
    /// <summary>What is to be done.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public int Times { get; private set; }

    public int Bookings { get; private set; }

    /// <summary>What makes sense as the person stands now.</summary>
    public IEnumerable<AccessChange> Offered => Person.State switch
    {
        PersonState.Left => [AccessChange.ComeBack],
        PersonState.Disabled => [AccessChange.Enable, AccessChange.Leave],
        _ when Person.AccountId is null => [AccessChange.Leave],
        _ => [AccessChange.LogOutEverywhere, AccessChange.Disable, AccessChange.Leave],
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAllAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        if (!Enum.GetNames<AccessChange>().Contains(Do, StringComparer.Ordinal))
        {
            ModelState.AddModelError(nameof(Do), "Choose what to do");
            return Again();
        }

        var change = Enum.Parse<AccessChange>(Do!);
        var result = await handler.HandleAsync(new ChangeAccess(PersonId, change), Actor, cancellationToken);
        if (!result.IsSuccess)
        {
            return Stop(result.Error);
        }

        return result.Value.IsNothing
            ? SeeOtherUnchanged(Address, AccessChangeWords.Already(change, result.Value.Name))
            : SeeOther(Address, AccessChangeWords.Done(change, result.Value));
    }

    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        (Times, Bookings) = await Queries.PromisesAsync(Person, Actor, cancellationToken);
        return null;
    }
}
