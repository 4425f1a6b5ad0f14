using System.Globalization;
using Champions.Application.Help;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Help;

/// <summary>Free times of seven days, day by day. The address is the state; what it says and we do not know is passed over.</summary>
public sealed class IndexModel(HelpQueries queries, TimeProvider clock) : ChampionsPage
{
    public HelpCatalogue Catalogue { get; private set; } = null!;

    public HelpWeek? Week { get; private set; }

    /// <summary>Set instead of the week when one day is asked for.</summary>
    public HelpDayPage? Day { get; private set; }

    public HelpWard? Ward { get; private set; }

    public SystemOption? System { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>First day of the week shown.</summary>
    public DateOnly From { get; private set; }

    public DateOnly? OneDay { get; private set; }

    public int P { get; private set; } = 1;

    public int PageCount => Day is null ? 1 : Math.Max(1, (Day.Total + HelpQueries.DayPage - 1) / HelpQueries.DayPage);

    public bool HasFilters => Ward is not null || System is not null;

    public string SlotQuery => System is null ? "" : "?system=" + System.Id.Value.ToString("D");

    public IEnumerable<SelectListItem> Wards => Catalogue.Wards.Select(w =>
        new SelectListItem(Catalogue.HasSites ? $"{w.Name}, {w.Site}" : w.Name, w.Id.Value.ToString("D"), w == Ward));

    public IEnumerable<SelectListItem> Systems => Catalogue.Systems.Select(s => new SelectListItem(s.Name, s.Id.Value.ToString("D"), s == System));

    public IEnumerable<SelectListItem> DayChoices => Enumerable.Range(0, HelpQueries.Days).Select(From.AddDays)
        .Select(d => new SelectListItem(UkFormat.DayAndMonth(d), Iso(d), d == OneDay));

    private DateOnly LastDay => Today.AddDays(HelpSlot.HorizonWeeks * 7);

    public async Task<IActionResult> OnGetAsync(
        string? ward, string? system, string? day, string? from, string? p, CancellationToken cancellationToken)
    {
        // The fields show what was understood, not what was written
        ModelState.Clear();
        Today = UkCalendar.DateOf(clock.GetUtcNow());
        OneDay = DayOf(day);
        From = DayOf(from) ?? Today;
        if (OneDay is { } only && (only < From || only >= From.AddDays(HelpQueries.Days)))
        {
            From = only;
        }

        Catalogue = await queries.CatalogueAsync(Actor, cancellationToken);
        Ward = Catalogue.Ward(IdOf(ward));
        System = Catalogue.System(IdOf(system));
        P = PageNumber.Of(p);

        var search = new HelpSearch(OneDay ?? From, Ward?.Id, System?.Id);
        if (OneDay is null)
        {
            Week = await queries.WeekAsync(search, Catalogue, Actor, cancellationToken);
            return Page();
        }

        Day = await queries.DayAsync(search, P, Catalogue, Actor, cancellationToken);
        return P > PageCount ? SeeOther(AddressOf(From, OneDay)) : Page();
    }

    /// <summary>Seven days on; null at the end of what can be offered.</summary>
    public string? Later => From.AddDays(HelpQueries.Days) is var next && next <= LastDay ? AddressOf(next) : null;

    /// <summary>Seven days back; null in the first week.</summary>
    public string? Earlier => From <= Today ? null : AddressOf(From.AddDays(-HelpQueries.Days) is var before && before > Today ? before : Today);

    /// <summary>The same search at another place in time.</summary>
    public string AddressOf(DateOnly from, DateOnly? day = null)
    {
        var state = new List<KeyValuePair<string, string?>>(4);
        Add("ward", Ward?.Id.Value.ToString("D"));
        Add("system", System?.Id.Value.ToString("D"));
        Add("from", from == Today ? null : Iso(from));
        Add("day", day is { } one ? Iso(one) : null);
        return QueryHelpers.AddQueryString("/help", state);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                state.Add(new(name, value));
            }
        }
    }

    public string Heading(DateOnly day) => UkFormat.DayAndMonth(day) + (day == Today ? ", today" : day == Today.AddDays(1) ? ", tomorrow" : "");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>A day between today and the horizon.</summary>
    private DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Today && day <= LastDay
            ? day
            : null;
}
