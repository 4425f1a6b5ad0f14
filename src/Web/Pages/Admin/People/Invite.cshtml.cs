using System.ComponentModel.DataAnnotations;
using Champions.Application.PeopleList;
using Champions.Application.Lists;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Puts somebody on the list of people. The administrator chooses the trust first; it stands in the address.</summary>
public sealed class InviteModel(PersonQueries people, InvitePersonHandler handler) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The trust in the address, for the administrator.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Trust { get; set; }

    public IReadOnlyList<Choice> Trusts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TrustItems => [.. Trusts.Select(t => new SelectListItem(t.Name, t.Id.ToString()))];

    /// <summary>Where the person will work; null until the administrator has chosen.</summary>
    public Choice? Chosen { get; private set; }

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IEnumerable<Roles> Givable => Enum.GetValues<Roles>().OrderDescending().Where(r => r != Roles.None && (Actor.Roles.MayGive() & r) == r);

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await LoadAsync(cancellationToken);
        return (Chosen is null ? null : ProveAgain()) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Chosen is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var command = new InvitePerson(
            new TrustId(Chosen.Id), Input.Name!, Input.Email!, Input.StaffGroup!.Value, Input.Ward is { } ward ? new WardId(ward) : null, Read(Input.Also));
        var result = await handler.HandleAsync(command, Actor, cancellationToken);
        return result.IsSuccess
            ? SeeOther($"/admin/people/{result.Value.Value}", $"{Input.Name!.Trim()} is invited. They will get an email.")
            : Stop(result.Error);
    }

    private IActionResult Stop(Error error) =>
        error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : Refuse(error, FieldOf(error));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Trusts = await people.TrustsAsync(Actor, cancellationToken);
        Chosen = IsAdministrator ? Trusts.FirstOrDefault(t => t.Id.ToString() == Trust) : Trusts.FirstOrDefault(t => t.Id == Actor.TrustId.Value);
        if (Chosen is not null)
        {
            Wards = [.. (await people.WardsAsync(new TrustId(Chosen.Id), Actor, cancellationToken)).Select(w => new SelectListItem(w.Name, w.Id.ToString()))];
        }
    }

    private static string FieldOf(Error error) =>
        error == StaffErrors.NameNotUsable || error.Code == FreeText.NhsNumberCode ? "Input.Name"
        : error == PeopleErrors.WardNotFound ? "Input.Ward"
        : error == StaffErrors.EmailNotUsable || error == PeopleErrors.AddressElsewhere || error.Code == PeopleErrors.AlreadyHere("").Code ? "Input.Email"
        : "";

    private static Roles Read(IEnumerable<string>? names) => (names ?? [])
        .Where(n => Enum.GetNames<Roles>().Contains(n, StringComparer.Ordinal))
        .Aggregate(Roles.None, (sum, name) => sum | Enum.Parse<Roles>(name));

    public sealed class Form
    {
        [Display(Name = "Name")]
        [Required(ErrorMessage = "Enter the name of the person")]
        [StringLength(StaffMember.NameMax, ErrorMessage = "Enter a name of up to 80 characters")]
        public string? Name { get; set; }

        [Display(Name = "Work email address")]
        [Required(ErrorMessage = "Enter their work email address")]
        [StringLength(StaffMember.EmailMax, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }

        [Display(Name = "Staff group")]
        [Required(ErrorMessage = "Choose a staff group")]
        [EnumDataType(typeof(StaffGroup), ErrorMessage = "Choose a staff group from the list")]
        public StaffGroup? StaffGroup { get; set; }

        [Display(Name = "Ward")]
        public Guid? Ward { get; set; }

        /// <summary>Names of what they may do beside finding help.</summary>
        public IReadOnlyList<string>? Also { get; set; }
    }
}
