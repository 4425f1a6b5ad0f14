using System.ComponentModel.DataAnnotations;
using Champions.Application.Lists;
using Champions.Application.Privacy;
using Champions.Application.Wording;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Account.Data;

/// <summary>Name, staff group and ward, put right by the person themselves.</summary>
public sealed class DetailsModel(CorrectMyDetailsHandler handler, MyDataQueries queries, ChoiceQueries choices) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Groups { get; } =
        [.. Enum.GetValues<StaffGroup>().Select(g => new SelectListItem(StaffGroupWords.Of(g), g.ToString()))];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = await queries.FormAsync(Actor, cancellationToken);
        Input = new Form { Name = me.Name, StaffGroup = me.StaffGroup, Ward = me.Ward?.Value };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var command = new CorrectMyDetails(Input.Name!, Input.StaffGroup!.Value, Input.Ward is { } ward ? new WardId(ward) : null);
        var saved = await handler.HandleAsync(command, Actor, cancellationToken);
        return saved.IsSuccess ? SeeOther("/account", "Your details are saved.") : Refuse(saved.Error, "Input.Name");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Wards = [.. (await choices.OpenWardsAsync(cancellationToken)).Select(w => new SelectListItem(w.Name, w.Id.ToString()))];

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter your name")]
        [StringLength(StaffMember.NameMax, ErrorMessage = "Enter a name of up to 80 characters")]
        public string? Name { get; set; }

        [Display(Name = "Staff group")]
        [Required(ErrorMessage = "Choose your staff group")]
        [EnumDataType(typeof(StaffGroup), ErrorMessage = "Choose your staff group")]
        public StaffGroup? StaffGroup { get; set; }

        public Guid? Ward { get; set; }
    }
}
