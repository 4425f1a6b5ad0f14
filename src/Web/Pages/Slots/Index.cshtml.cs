using Champions.Application.HelpSlots;
using Champions.Application.Time;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Slots;

/// <summary>Times on offer, day by day: a champion's own, and for a coordinator those of the whole trust.</summary>
public sealed class IndexModel(OfferedSlotQueries queries, TimeProvider clock) : ChampionsPage
{
    private const string ChampionKey = "champion";
    private OfferedSlotList list = new([], 0);

    /// <summary>Empty for the whole trust.</summary>
    [BindProperty(SupportsGet = true, Name = ChampionKey)]
    public Guid? Champion { get; set; }

    [BindProperty(SupportsGet = true, Name = "past")]
    public bool Past { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Champions { get; private set; } = [];

    public bool MayFilter => Actor.IsCoordinator;

    public bool MayOffer => Actor.ChampionId is not null;

    /// <summary>The list holds the reader's own times only.</summary>
    public bool IsOwn => Champion is not null && Champion == Actor.ChampionId?.Value;

    public string Heading => (IsOwn, Past) switch
    {
        (true, false) => "My times",
        (true, true) => "My past times",
        (false, false) => "Times on offer",
        (false, true) => "Past times",
    };

    public int Total => list.Total;

    public int PageCount => list.PageCount;

    /// <summary>The other half of the list, for the same champion.</summary>
    public string OtherHalf => Address(("past", Past ? null : "true"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || P < 1)
        {
            return SeeOther("/slots");
        }

        if (!MayFilter || (MayOffer && !Request.Query.ContainsKey(ChampionKey)))
        {
            Champion = Actor.ChampionId?.Value;
        }

        list = await queries.ListAsync(
            new OfferedSlotFilter(Champion is { } id ? new ChampionId(id) : null, Past, P), cancellationToken);
        if (P > PageCount)
        {
            return SeeOther(Address(("past", Past ? "true" : null)));
        }

        if (MayFilter)
        {
            Champions = [.. (await queries.ChampionsAsync(cancellationToken)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        }

        return Page();
    }

    public IEnumerable<IGrouping<DateOnly, OfferedSlotRow>> Days() => list.Rows.GroupBy(r => UkCalendar.DateOf(r.StartsAt));

    /// <summary>"Today, Tuesday 24 November 2026".</summary>
    public string DayWords(DateOnly day) =>
        day == UkCalendar.DateOf(clock.GetUtcNow()) ? $"Today, {UkFormat.Date(day)}" : UkFormat.Date(day);

    private string Address(params (string Key, string? Value)[] more)
    {
        var champion = Request.Query.ContainsKey(ChampionKey) ? Champion?.ToString() ?? "" : null;
        return QueryHelpers.AddQueryString(
            "/slots",
            more.Prepend((ChampionKey, champion)).Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
    }
}
