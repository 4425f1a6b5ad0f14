using Champions.Application.PeopleList;
using Champions.Application.Privacy;
using Champions.Application.Time;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.People;

/// <summary>The step that asks twice before a name goes for good.</summary>
public sealed class AnonymiseModel(PersonDetailQueries queries, AnonymisePersonHandler handler) : PersonPage(queries)
{
    private (int Times, int Bookings) promised;

    public bool HasLeft => Person.State == PersonState.Left;

    /// <summary>What becomes of what the person promised.</summary>
    public string Promises => promised switch
    {
        (0, 0) => "Bookings made meanwhile are cancelled.",
        (0, var bookings) => $"{UkFormat.Count(bookings, "booking")} of theirs to come {Become(bookings)} cancelled.",
        (var times, 0) => $"{UkFormat.Count(times, "time")} they offer {Become(times)} cancelled.",
        var (times, bookings) => $"{UkFormat.Count(times, "time")} they offer and {UkFormat.Count(bookings, "booking")} of theirs are cancelled.",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAllAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        var done = await handler.HandleAsync(new AnonymisePerson(PersonId), Actor, cancellationToken);
        return done.IsSuccess ? SeeOther(Address, $"The name of {done.Value} is gone. What they did still counts.")
            : done.Error == PeopleErrors.Anonymised ? NothingToDo(id)
            : Stop(done.Error);
    }

    private static string Become(int count) => count == 1 ? "is" : "are";

    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        promised = await Queries.PromisesAsync(Person, Actor, cancellationToken);
        return null;
    }
}
