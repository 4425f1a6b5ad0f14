using Champions.Application.PeopleList;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.People;

/// <summary>One person: who they are, what they may do, and what was done to them lately.</summary>
public sealed class PersonModel(PersonDetailQueries queries) : ChampionsPage
{
    public PersonDetails Details { get; private set; } = null!;

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.FindAsync(new StaffMemberId(id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Details = found.Value;
        return Page();
    }

    /// <summary>Where a form of this person is; null when the reader may not change them.</summary>
    public string? ChangeHref(string form) => Details.MayNotChange is null ? $"/admin/people/{Details.Person.Id.Value}/{form}" : null;

    /// <summary>Where the name of a leaver can be taken away; null for those who cannot do so, and while the person works here.</summary>
    public string? AnonymiseHref => IsAdministrator && Details.Person.State == PersonState.Left ? ChangeHref("anonymise") : null;

    public static string When(DateTimeOffset at)
    {
        var (day, time) = UkCalendar.ToUk(at);
        return $"{UkFormat.ShortDate(day)}, {UkFormat.Time(time)}";
    }

    public string LogIn()
    {
        var person = Details.Person;
        return person.AccountId is null ? "Never. They get an account when they first log in with their email address."
            : person.LastLogIn is { } at ? When(at)
            : "Never";
    }

    public string Champion() => Details.Person.ChampionStatus is { } status ? ChampionStatusWords.Of(status) : "No";
}
