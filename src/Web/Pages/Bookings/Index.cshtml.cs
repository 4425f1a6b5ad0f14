using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Help;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Bookings;

/// <summary>
/// A coordinator searches the trust's bookings. Everybody else sees their own at a glance (to come, then past), or one list when the
/// address names it; a champion's includes the bookings of their times.
/// </summary>
public sealed class IndexModel(BookingQueries bookings, HelpQueries help, TimeProvider clock) : ChampionsPage
{
    public const int PageSize = 20;
    private const int ToComeAtAGlance = 50;
    private const int PastAtAGlance = 5;

    private static readonly (string Status, BookingList List, string Words)[] Lists =
    [
        ("to-come", BookingList.ToCome, "To come"),
        ("later", BookingList.Later, "Later"),
        ("not-logged", BookingList.NotLogged, "Not logged"),
        ("past", BookingList.Past, "Past"),
        ("cancelled", BookingList.Cancelled, "Cancelled"),
    ];

    /// <summary>From three boxes or from the address; what is no date is an error beside them.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public BookingList List { get; private set; }

    /// <summary>Set when one list is shown.</summary>
    public BookingPage? Found { get; private set; }

    public BookingPage ToCome { get; private set; } = new([], 0);

    public BookingPage Past { get; private set; } = new([], 0);

    public int NotLogged { get; private set; }

    public int Cancelled { get; private set; }

    public string? Name { get; private set; }

    public HelpWard? Ward { get; private set; }

    public int P { get; private set; } = 1;

    public int PageCount => Math.Max(1, ((Found?.Total ?? 0) + PageSize - 1) / PageSize);

    public bool IsCoordinator => Actor.IsCoordinator;

    public bool IsChampion => Actor.ChampionId is not null;

    public bool HasFilters => Name is not null || Ward is not null || Day is not null;

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IEnumerable<SelectListItem> Statuses => Lists.Select(l => new SelectListItem(WordsOf(l.List), l.Status, l.List == List));

    public string Title => IsCoordinator ? "Bookings" : Found is null ? "My bookings" : $"My bookings: {WordsOf(List).ToLowerInvariant()}";

    public async Task<IActionResult> OnGetAsync(string? status, string? q, string? ward, string? p, CancellationToken cancellationToken)
    {
        var day = ModelState.IsValid && Day is { Year: > 2000 and < 2200 } ? Day : null;
        var named = Array.Find(Lists, l => l.Status == status);
        if (!IsCoordinator && named.Status is null)
        {
            await GlanceAsync(cancellationToken);
            return Page();
        }

        List = named.List;
        P = PageNumber.Of(p);
        if (IsCoordinator)
        {
            await ReadFiltersAsync(q, ward, cancellationToken);
        }

        Found = await bookings.ListAsync(
            new BookingSearch(List, Name, Ward?.Id, IsCoordinator ? day : null, P, PageSize), Actor, cancellationToken);
        if (P > PageCount)
        {
            return SeeOther(QueryHelpers.AddQueryString("/bookings", Request.Query
                .Where(pair => !string.Equals(pair.Key, "p", StringComparison.OrdinalIgnoreCase))
                .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))));
        }

        return ModelState.IsValid ? Page() : Again();
    }

    public string Who(BookingRow row) =>
        IsCoordinator ? $"{row.BookerName} with {row.ChampionName}"
        : row.BookerId == Actor.PersonId ? $"{row.ChampionName} helps you"
        : $"You help {row.BookerName}";

    public string WordsOf(BookingList list) =>
        list == BookingList.ToCome && IsCoordinator ? Day is null ? "In the next 7 days" : "To come" : Array.Find(Lists, l => l.List == list).Words;

    private async Task GlanceAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        ToCome = await ListAsync(BookingList.ToCome, ToComeAtAGlance);
        Past = await ListAsync(BookingList.Past, PastAtAGlance);
        Cancelled = (await ListAsync(BookingList.Cancelled, 1)).Total;
        NotLogged = IsChampion ? (await ListAsync(BookingList.NotLogged, 1)).Total : 0;

        Task<BookingPage> ListAsync(BookingList list, int most) =>
            bookings.ListAsync(new BookingSearch(list, PageSize: most), Actor, cancellationToken);
    }

    private async Task ReadFiltersAsync(string? q, string? ward, CancellationToken cancellationToken)
    {
        var catalogue = await help.CatalogueAsync(Actor, cancellationToken);
        Name = string.IsNullOrWhiteSpace(q) ? null : q.Trim() is { Length: > StaffMember.NameMax } tooLong ? tooLong[..StaffMember.NameMax] : q.Trim();
        Ward = catalogue.Ward(Guid.TryParse(ward, out var id) ? id : null);
        Wards = [.. catalogue.Wards.Select(w => new SelectListItem(
            catalogue.HasSites ? $"{w.Name}, {w.Site}" : w.Name, w.Id.Value.ToString("D"), w == Ward))];
        foreach (var read in (string[])["status", "q", "ward", "p"])
        {
            ModelState.Remove(read);
        }
    }
}
