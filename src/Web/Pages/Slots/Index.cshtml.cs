using Champions.Application.HelpSlots;
using Champions.Application.Lists;
using Champions.Application.Time;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Slots;

/// <summary>Times on offer, day by day: a champion's own, and for a coordinator those of the whole trust.</summary>
public sealed class IndexModel(OfferedSlotQueries queries, TimeProvider clock) : ListPage
{
    private const string Yes = "true";

    private ChampionId? shown;

    /// <summary>Empty for the whole trust.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Champion { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Past { get; set; }

    public PageOf<OfferedSlotRow> Times { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Champions { get; private set; } = [];

    public bool MayFilter => Actor.IsCoordinator;

    public bool MayOffer => Actor.ChampionId is not null;

    public bool IsPast => string.Equals(Past, Yes, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list holds the reader's own times only.</summary>
    public bool IsOwn => shown is not null && shown == Actor.ChampionId;

    /// <summary>The list holds the times of one champion, whom the reader has chosen.</summary>
    public bool IsFiltered => shown is not null && !IsOwn;

    public string Heading => (IsOwn, IsPast) switch
    {
        (true, false) => "My times",
        (true, true) => "My past times",
        (false, false) => "Times on offer",
        (false, true) => "Past times",
    };

    /// <summary>The other half of the list, for the same champion.</summary>
    public string OtherHalf => AddressWith(("past", IsPast ? null : Yes));

    protected override string UsualSort => "time";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Champions = MayFilter ? Items(await queries.ChampionsAsync(cancellationToken)) : [];

        // Somebody who is both asks for everybody by choosing so; until then they are a champion who looks at their own times.
        var isAsked = MayFilter && Request.Query.ContainsKey(nameof(Champion));
        shown = isAsked || !MayOffer ? Offered(Champion, Champions) is { } id ? new ChampionId(id) : null : Actor.ChampionId;
        Champion = shown?.Value.ToString();

        Times = await queries.ListAsync(new OfferedSlotFilter(shown, IsPast), Number, cancellationToken);
        return Times.Exists ? Page() : ToFirstPage();
    }

    public IEnumerable<IGrouping<DateOnly, OfferedSlotRow>> Days() => Times.Rows.GroupBy(r => UkCalendar.DateOf(r.StartsAt));

    /// <summary>One of today's that has ended; among past times it goes without saying.</summary>
    public bool IsOver(OfferedSlotRow time) => !IsPast && time.StartsAt.AddMinutes(time.Minutes) <= clock.GetUtcNow();

    /// <summary>"Today, Tuesday 24 November 2026".</summary>
    public string DayWords(DateOnly day) =>
        day == UkCalendar.DateOf(clock.GetUtcNow()) ? $"Today, {UkFormat.Date(day)}" : UkFormat.Date(day);
}
