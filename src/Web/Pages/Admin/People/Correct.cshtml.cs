using System.ComponentModel.DataAnnotations;
using Champions.Application.PeopleList;
using Champions.Application.Wording;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Puts right the name, the staff group and the ward of somebody.</summary>
public sealed class CorrectModel(PersonDetailQueries queries, PersonQueries people, CorrectPersonHandler handler) : PersonPage(queries)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        Input = new Form { Name = Person.Name, StaffGroup = Person.StaffGroup, Ward = Person.WardId?.Value, Version = Person.Version };
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
            return Again();
        }

        var ward = Input.Ward is { } chosen ? new WardId(chosen) : (WardId?)null;
        var result = await handler.HandleAsync(
            new CorrectPerson(PersonId, Input.Version, Input.Name!, Input.StaffGroup!.Value, ward), Actor, cancellationToken);
        if (result.IsSuccess)
        {
            return SeeOther(Address, $"{result.Value} is saved.");
        }

        if (result.Error == PeopleErrors.Changed)
        {
            // What stands now, so that saving again is a choice and no accident
            ModelState.Clear();
            Input = new Form { Name = Person.Name, StaffGroup = Person.StaffGroup, Ward = Person.WardId?.Value, Version = Person.Version };
        }

        return Stop(result.Error, FieldOf(result.Error.Code));
    }

    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        var open = Items(await people.WardsAsync(Person.TrustId, Actor, cancellationToken));
        var own = Person.WardId?.Value.ToString();
        Wards = own is null || open.Any(w => w.Value == own) ? open : [.. open, new SelectListItem($"{Person.Ward} (closed)", own)];
        return null;
    }

    private static string FieldOf(string code) =>
        code == StaffErrors.NameNotUsable.Code || code == FreeText.NhsNumberCode ? "Input.Name" : code == PeopleErrors.WardNotFound.Code ? "Input.Ward" : "";

    private static IReadOnlyList<SelectListItem> Items(IEnumerable<Application.Lists.Choice> choices) =>
        [.. choices.Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()))];

    public sealed class Form
    {
        [Display(Name = "Name")]
        [Required(ErrorMessage = "Enter the name of the person")]
        [StringLength(StaffMember.NameMax, ErrorMessage = "Enter a name of up to 80 characters")]
        public string? Name { get; set; }

        [Display(Name = "Staff group")]
        [Required(ErrorMessage = "Choose a staff group")]
        [EnumDataType(typeof(StaffGroup), ErrorMessage = "Choose a staff group from the list")]
        public StaffGroup? StaffGroup { get; set; }

        [Display(Name = "Ward")]
        public Guid? Ward { get; set; }

        /// <summary>As it stood when the form was made.</summary>
        public int Version { get; set; }
    }
}
