using Champions.Application.HelpSlots;
using Champions.Domain;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Slots;

/// <summary>One time: where it is, who booked it, and what can be done about it.</summary>
public sealed class DetailsModel(OfferedSlotQueries queries, TimeProvider clock) : ChampionsPage
{
    public OfferedSlotDetails Slot { get; private set; } = null!;

    public bool IsOwn => Slot.ChampionId == Actor.ChampionId;

    public bool IsCancelled => Slot.Status == HelpSlotStatus.Cancelled;

    public bool HasStarted => Slot.StartsAt <= clock.GetUtcNow();

    public bool IsOpen => !IsCancelled && !HasStarted;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.DetailsAsync(new HelpSlotId(id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Slot = found.Value;
        return Page();
    }

    /// <summary>Only the champion logs, and only what nobody has logged yet.</summary>
    public bool MayLog(SlotBooking booking) => IsOwn && HasStarted && booking.Status == BookingStatus.Booked;
}
