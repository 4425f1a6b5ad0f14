using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.HelpSlots;

/// <summary>Why an offer cannot be made, naming the day.</summary>
public static class OfferErrors
{
    public const string NoSuchTimeCode = "Offer.NoSuchTime";
    public const string SeriesTooLongCode = "Offer.SeriesTooLong";

    /// <summary>The clocks go forward over it.</summary>
    public static Error NoSuchTime(DateOnly day, TimeOnly time) => Error.Invalid(
        NoSuchTimeCode,
        $"There is no {UkFormat.Time(time)} on {UkFormat.Date(day)}, because the clocks go forward. Choose another time.");

    /// <summary>A later week lies beyond the horizon.</summary>
    public static Error SeriesTooLong(DateOnly day) => Error.Invalid(
        SeriesTooLongCode,
        $"{UkFormat.Date(day)} is more than {HelpSlot.HorizonWeeks} weeks away. Enter fewer weeks.");

    /// <summary>The champion's own time is claimed already.</summary>
    public static Error Busy(IReadOnlyList<DateOnly> days) => HelpSlotErrors.ChampionBusy with
    {
        Message = $"You already have a time or a booking then on {UkFormat.List([.. days.Select(UkFormat.DayAndMonth)])}. Choose another time.",
    };
}
