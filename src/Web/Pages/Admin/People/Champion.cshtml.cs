using Champions.Application.PeopleList;
using Champions.Domain.Champions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Makes somebody a champion, says which systems they know, and pauses or ends the role.</summary>
public sealed class ChampionModel(PersonDetailQueries queries, PersonQueries people, MakeChampionHandler make, ChangeChampionHandler change)
    : PersonPage(queries)
{
    /// <summary>Ids of the systems they know.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Systems { get; set; } = [];

    public IReadOnlyList<SelectListItem> Catalogue { get; private set; } = [];

    /// <summary>Times to come that would be cancelled.</summary>
    public int Times { get; private set; }

    public bool HasSystems => Catalogue.Count > 0;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        Systems = Person.ChampionId is { } champion ? await Queries.SystemsOfAsync(champion, Actor, cancellationToken) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        if (!ModelState.IsValid)
        {
            return RefuseSystems();
        }

        var was = Person.IsChampion;
        var result = await make.HandleAsync(new MakeChampion(PersonId, [.. Systems.Select(s => new DigitalSystemId(s))]), Actor, cancellationToken);
        if (!result.IsSuccess)
        {
            return result.Error == PeopleErrors.SystemNotFound ? RefuseSystems() : Stop(result.Error);
        }

        return SeeOther(Address, was ? $"The systems of {Person.Name} are saved." : $"{Person.Name} is a champion now. They will get an email.");
    }

    public Task<IActionResult> OnPostPauseAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, ChampionChange.Pause, _ => $"{Person.Name} is paused. They keep their wards, but cover none until they are back.", cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, ChampionChange.Resume, _ => $"{Person.Name} is active again.", cancellationToken);

    public Task<IActionResult> OnPostStepDownAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        ChampionChange.StepDown,
        cancelled => $"{Person.Name} is no longer a champion." + (cancelled == 0 ? "" : $" {Application.Time.UkFormat.Count(cancelled, "time")} to come {(cancelled == 1 ? "was" : "were")} cancelled."),
        cancellationToken);

    private async Task<IActionResult> ChangeAsync(Guid id, ChampionChange wanted, Func<int, string> done, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        var result = await change.HandleAsync(new ChangeChampion(PersonId, wanted), Actor, cancellationToken);
        return result.IsSuccess ? SeeOther(Address, done(result.Value)) : Stop(result.Error);
    }

    private IActionResult RefuseSystems()
    {
        ModelState.Clear();
        ModelState.AddModelError(nameof(Systems), PeopleErrors.SystemNotFound.Message);
        return Again();
    }

    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        if (Person.State == PersonState.Left)
        {
            return SeeOtherUnchanged(Address, PeopleErrors.Left.Message);
        }

        Catalogue = [.. (await people.SystemsAsync(Person.TrustId, Actor, cancellationToken)).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
        Times = (await Queries.PromisesAsync(Person, Actor, cancellationToken)).Times;
        return null;
    }

    public bool IsPaused => Person.ChampionStatus == ChampionStatus.Paused;
}
