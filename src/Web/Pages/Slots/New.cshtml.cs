using Champions.Application.Abstractions;
using Champions.Application.HelpSlots;
using Champions.Application.Time;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Slots;

/// <summary>A champion offers a time, once or weekly.</summary>
public sealed partial class NewModel(OfferHelpSlotsHandler offer, OfferedSlotQueries queries, TimeProvider clock) : ChampionsPage
{
    private const int UsualMinutes = 30;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var wards = await LoadWardsAsync(cancellationToken);
        var own = wards.FirstOrDefault(w => w.Mine);
        Input = new Form
        {
            Key = Guid.CreateVersion7(clock.GetUtcNow()),
            Length = UsualMinutes.ToString(),
            Mode = own is null ? null : SupportMode.InPersonOnWard,
            WardId = own?.Id,
            Places = 1,
            Repeat = Form.Once,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var unasked in Input.Unasked())
        {
            ModelState.Remove(unasked);
        }

        foreach (var (field, limits) in Form.Limits)
        {
            if (ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0)
            {
                entry.Errors.Clear();
                entry.Errors.Add(limits);
            }
        }

        var today = UkCalendar.DateOf(clock.GetUtcNow());
        foreach (var (field, message) in Input.Problems(today).Where(p => !ModelState.TryGetValue(p.Field, out var e) || e.Errors.Count == 0))
        {
            ModelState.AddModelError(field, message);
        }

        if (!ModelState.IsValid)
        {
            await LoadWardsAsync(cancellationToken);
            return Again();
        }

        var offered = await offer.HandleAsync(Input.ToCommand(), Actor, cancellationToken);
        if (offered.IsSuccess)
        {
            return SeeOther($"/slots/offered/{offered.Value}");
        }

        await LoadWardsAsync(cancellationToken);
        return Refuse(offered.Error, FieldOf(offered.Error));
    }

    /// <summary>The answer that the rule is about.</summary>
    private string FieldOf(Error error)
    {
        if (error == HelpSlotErrors.StartsTooLate || error.Code == HelpSlotErrors.ChampionBusy.Code)
        {
            return "Input.Day";
        }

        if (error == HelpSlotErrors.StartsInPast || error == HelpSlotErrors.StartsOffGrid || error.Code == OfferErrors.NoSuchTimeCode)
        {
            return "Input.Start";
        }

        if (error == HelpSlotErrors.WardNeeded)
        {
            return "Input.WardId";
        }

        return error.Code == OfferErrors.SeriesTooLongCode ? "Input.Weeks"
            : error.Kind == ErrorKind.Invalid ? Input.PlaceField ?? ""
            : "";
    }

    private async Task<IReadOnlyList<WardChoice>> LoadWardsAsync(CancellationToken cancellationToken)
    {
        if (Actor.ChampionId is not { } champion)
        {
            return [];
        }

        var wards = await queries.WardsAsync(champion, cancellationToken);
        Wards = [.. wards.Select(w => new SelectListItem($"{w.Name}, {w.Site}", w.Id.ToString()))];
        return wards;
    }
}
