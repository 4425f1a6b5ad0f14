using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.People;

/// <summary>A form that changes one person. Whoever may not change them is stopped before the form is shown.</summary>
public abstract class PersonPage(PersonDetailQueries queries) : ChampionsPage
{
    public PersonHeading Person { get; private set; } = null!;

    public string Address => $"/admin/people/{Person.Id.Value}";

    protected PersonDetailQueries Queries => queries;

    protected StaffMemberId PersonId => Person.Id;

    /// <summary>The answer for somebody who may not change this person; null when they may.</summary>
    protected async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.FindToChangeAsync(new StaffMemberId(id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error == PeopleErrors.Anonymised ? NothingToDo(id) : Stop(found.Error);
        }

        Person = found.Value;
        return null;
    }

    /// <summary>The name went meanwhile: back to the person, who says so.</summary>
    protected IActionResult NothingToDo(Guid id) =>
        SeeOtherUnchanged($"/admin/people/{id}", "The name was taken away before. There is nothing left to do.");

    /// <summary>Refuses a change; when it only lacks a second factor, asks for one and comes back to this page.</summary>
    protected IActionResult Stop(Error error, string field = "") =>
        error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : Refuse(error, field);
}
