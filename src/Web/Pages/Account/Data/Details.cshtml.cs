using System.ComponentModel.DataAnnotations;
using Champions.Application.Lists;
using Champions.Application.Privacy;
using Champions.Application.Wording;
using Champions.Domain.Staff;
using Champions.Domain.Wards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Account.Data;

/// <summary>Name, staff group and ward, put right by the person themselves.</summary>
public sealed class DetailsModel(CorrectMyDetailsHandler handler, MyDataQueries queries, ChoiceQueries choices) : ChampionsPage
{
    private MyCorrection me = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Groups { get; } =
        [.. Enum.GetValues<StaffGroup>().Select(g => new SelectListItem(StaffGroupWords.Of(g), g.ToString()))];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var command = new CorrectMyDetails(Input.Version, Input.Name!, Input.StaffGroup!.Value, Input.Ward is { } ward ? new WardId(ward) : null);
        var saved = await handler.HandleAsync(command, Actor, cancellationToken);
        if (saved.IsSuccess)
        {
            return SeeOther("/account", "Your details are saved.");
        }

        if (saved.Error == StaffErrors.DetailsChanged)
        {
            // What stands now, so that saving again is a choice and no accident
            ModelState.Clear();
            await LoadAsync(cancellationToken);
            Fill();
        }

        return Refuse(saved.Error, saved.Error == StaffErrors.DetailsChanged ? "" : saved.Error == WardErrors.Closed ? "Input.Ward" : "Input.Name");
    }

    private void Fill() => Input = new Form { Name = me.Name, StaffGroup = me.StaffGroup, Ward = me.Ward?.Value, Version = me.Version };

    /// <summary>Whoever works on a ward that has closed can leave it at that.</summary>
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        me = await queries.FormAsync(Actor, cancellationToken);
        var open = (await choices.OpenWardsAsync(cancellationToken)).Select(w => new SelectListItem(w.Name, w.Id.ToString())).ToList();
        var own = me.Ward?.Value.ToString();
        Wards = own is null || open.Exists(w => w.Value == own) ? open : [.. open, new SelectListItem($"{me.WardName} (closed)", own)];
    }

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

        public int Version { get; set; }
    }
}
