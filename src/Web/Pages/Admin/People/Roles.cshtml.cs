using Champions.Application.PeopleList;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Gives and takes the roles that stand below one's own.</summary>
public sealed class RolesModel(PersonDetailQueries queries, ChangeRolesHandler handler) : PersonPage(queries)
{
    /// <summary>Names of the chosen roles.</summary>
    [BindProperty]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>The roles that the form was made with.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Roles below the reader's own, the highest first.</summary>
    public IEnumerable<Roles> Givable => Enum.GetValues<Roles>().OrderDescending().Where(r => r != Roles.None && (Actor.Roles.MayGive() & r) == r);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        ShowHeld();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        var result = await handler.HandleAsync(new ChangeRoles(PersonId, Read([Seen ?? ""]), Read(Chosen)), Actor, cancellationToken);
        if (!result.IsSuccess)
        {
            ModelState.Clear();
            ShowHeld();
            return Stop(result.Error);
        }

        var changed = result.Value;
        return changed.IsNothing
            ? SeeOtherUnchanged(Address, $"The roles of {changed.Name} were so already.")
            : SeeOther(Address, string.Join(' ', Say(changed)));
    }

    private void ShowHeld()
    {
        Chosen = [.. Givable.Where(r => (Person.HeldRoles & r) == r).Select(r => r.ToString())];
        Seen = Person.HeldRoles.ToString();
    }

    private static IEnumerable<string> Say(RolesChanged changed)
    {
        if (changed.Given != Roles.None)
        {
            yield return $"{changed.Name} now holds the role {RoleWords.InSentence(changed.Given)}.";
        }

        if (changed.Taken != Roles.None)
        {
            yield return $"{changed.Name} no longer holds the role {RoleWords.InSentence(changed.Taken)}.";
        }

        yield return "They will get an email.";
    }

    /// <summary>Roles by their names; what is no role counts as nothing.</summary>
    private static Roles Read(IEnumerable<string> names) => names
        .SelectMany(n => n.Split(',', StringSplitOptions.TrimEntries))
        .Where(n => Enum.GetNames<Roles>().Contains(n, StringComparer.Ordinal))
        .Aggregate(Roles.None, (sum, name) => sum | Enum.Parse<Roles>(name));
}
