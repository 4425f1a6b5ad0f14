using System.Globalization;
using Champions.Application.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages;

/// <summary>
/// A list whose address is its state. Filters are read leniently: what the list does not know counts as not chosen, as the form then shows.
/// </summary>
public abstract class ListPage : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Name of a column, with "-" before it for the other way round.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>Number of the page, as it stands in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    /// <summary>Column that sorts when the address names none.</summary>
    protected abstract string UsualSort { get; }

    /// <summary>0 for what is not a number.</summary>
    protected int Number => P is null ? 1 : int.TryParse(P, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    protected bool Descending => Sort?.StartsWith('-') == true;

    protected string SortColumn => Sort?.TrimStart('-').ToLowerInvariant() is { Length: > 0 } column ? column : UsualSort;

    /// <summary>Where a column heading leads: sorted by it, the other way round when it sorts already; from the first page.</summary>
    public string SortHref(string column) =>
        AddressWith(("sort", column == SortColumn && !Descending ? "-" + column : column));

    /// <summary>For <c>sort</c> of a column heading.</summary>
    public string SortState(string column) => column != SortColumn ? "none" : Descending ? "descending" : "ascending";

    /// <summary>Somebody asked for a page that is not there, or not there any more.</summary>
    protected IActionResult ToFirstPage() => LocalRedirect(AddressWith());

    /// <summary>A value of an enumeration by its name, in any case; null for anything else.</summary>
    protected static T? Named<T>(string? typed) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse<T>(known) : null;

    protected static IReadOnlyList<SelectListItem> Items(IEnumerable<Choice> choices) =>
        [.. choices.Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()))];

    /// <summary>The id that was chosen, when the form offers it; another trust's and an unknown one count as not chosen.</summary>
    protected static Guid? Offered(string? chosen, IEnumerable<SelectListItem> items) =>
        Guid.TryParse(chosen, out var id) && items.Any(item => item.Value == id.ToString()) ? id : null;

    /// <summary>This address without its page number and with some answers replaced; null takes an answer away.</summary>
    protected string AddressWith(params IEnumerable<(string Key, string? Value)> changes)
    {
        var changed = changes.ToDictionary(c => c.Key, c => c.Value, StringComparer.OrdinalIgnoreCase);
        var kept = Request.Query
            .Where(pair => !changed.ContainsKey(pair.Key) && !pair.Key.Equals(nameof(P), StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryHelpers.AddQueryString(Request.Path, kept.Concat(changed));
    }
}
