using Champions.Application.HelpSlots;
using Champions.Application.Time;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Slots;

/// <summary>Asks before a time is withdrawn: who is affected and who is told.</summary>
public sealed class CancelModel(CancelHelpSlotHandler cancel, OfferedSlotQueries queries, TimeProvider clock) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public OfferedSlotDetails Slot { get; private set; } = null!;

    public bool IsOwn => Slot.ChampionId == Actor.ChampionId;

    /// <summary>Not cancelled and not begun: there is something to ask.</summary>
    public bool IsOpen => Slot.Status == HelpSlotStatus.Offered && Slot.StartsAt > clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } error ? Refuse(error)
        : IsOpen ? Page()
        : SeeOther($"/slots/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var told = await cancel.HandleAsync(new CancelHelpSlot(new HelpSlotId(id), Input.Reason), Actor, cancellationToken);
        if (told.IsSuccess)
        {
            return SeeOther("/slots", Happened(told.Value));
        }

        if (told.Error == HelpSlotErrors.AlreadyCancelled)
        {
            return SeeOther($"/slots/{id}", told.Error.Message);
        }

        return Refuse(await LoadAsync(id, cancellationToken) ?? told.Error, told.Error.Kind == ErrorKind.Invalid ? "Input.Reason" : "");
    }

    private static string Happened(int told) => told switch
    {
        0 => "Time cancelled. Nobody had booked it.",
        1 => "Time cancelled. 1 person is told by email.",
        _ => $"Time cancelled. {UkFormat.Count(told, "person", "people")} are told by email.",
    };

    private async Task<Error?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.DetailsAsync(new HelpSlotId(id), Actor, cancellationToken);
        if (found.IsSuccess)
        {
            Slot = found.Value;
        }

        return found.Error;
    }

    public sealed class Form
    {
        public string? Reason { get; set; }
    }
}
