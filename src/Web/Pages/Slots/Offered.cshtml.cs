using Champions.Application.HelpSlots;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Slots;

/// <summary>Confirms an offer, names its bank holidays and clock changes, and says what happens next.</summary>
public sealed class OfferedModel(OfferedSlotQueries queries) : ChampionsPage
{
    public IReadOnlyList<OfferedTime> Times { get; private set; } = [];

    public string Heading => Times.Count == 1 ? "Time offered" : $"{Times.Count} times offered";

    public async Task<IActionResult> OnGetAsync(Guid key, CancellationToken cancellationToken)
    {
        if (Actor.ChampionId is not { } champion)
        {
            return NotFound();
        }

        Times = await queries.OfOneFormAsync(key, champion, cancellationToken);
        return Times.Count == 0 ? NotFound() : Page();
    }

    public IEnumerable<string> BankHolidayWords() =>
        from time in Times
        let day = UkCalendar.DateOf(time.StartsAt)
        where BankHolidays.Includes(day)
        select $"{UkFormat.Date(day)} is {BankHolidays.NameOf(day)}.";

    public IEnumerable<string> ClockChangeWords() =>
        from time in Times
        let uk = UkCalendar.ToUk(time.StartsAt)
        where UkCalendar.TryInstant(uk.Date, uk.Time, out _) == UkTimeKind.HappensTwice
        select $"On {UkFormat.Date(uk.Date)} {UkFormat.Time(uk.Time)} comes twice, because the clocks go back. You offer the first one.";
}
