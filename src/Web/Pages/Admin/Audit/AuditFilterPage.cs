using Champions.Application.Auditing;
using Champions.Application.Wording;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Admin.Audit;

/// <summary>The filter of the audit trail as it stands in the address, the same for the list and for its file.</summary>
public abstract class AuditFilterPage(AuditQueries queries) : ListPage
{
    /// <summary>In the address, the part of the trail that belongs to no trust.</summary>
    private const string Installation = "installation";

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    /// <summary>What was done. It cannot be "action": routing keeps that name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Trust { get; set; }

    public AuditFilter Filter { get; private set; } = AuditFilter.Everything;

    public bool IsFiltered => Filter != AuditFilter.Everything;

    public bool IsEveryTrust => Actor.Is(Roles.Administrator);

    public IReadOnlyList<SelectListItem> Trusts { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. AuditWords.Kinds.Select(k => new SelectListItem(k.Value, k.Key)).OrderBy(k => k.Text, StringComparer.Ordinal)];

    public static IReadOnlyList<SelectListItem> Actions { get; } = [.. AuditWords.Actions.Select(a => new SelectListItem(a.Value, a.Key))];

    protected override string UsualSort => "when";

    /// <summary>The filter as an address says it; nothing for what is not chosen.</summary>
    public string AddressOf(string path, params IEnumerable<(string Key, string? Value)> more) => QueryHelpers.AddQueryString(
        path,
        new (string Key, string? Value)[]
            {
                ("who", Filter.Who), ("kind", Filter.Entity), ("row", Filter.Row), ("did", Filter.Action),
                ("from", Filter.From?.ToString("yyyy-MM-dd")), ("to", Filter.Until?.ToString("yyyy-MM-dd")),
                ("trust", Filter.Chain == Guid.Empty ? Installation : Filter.Chain?.ToString()),
            }
            .Concat(more).Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    /// <summary>False when a day cannot be read, or the last one comes before the first.</summary>
    protected async Task<bool> ReadFilterAsync(CancellationToken cancellationToken)
    {
        if (IsEveryTrust)
        {
            Trusts =
            [
                new SelectListItem(TrailWords.Installation, Installation), .. Items(await queries.TrustsAsync(Actor, cancellationToken)),
            ];
        }

        if (To < From)
        {
            ModelState.AddModelError(nameof(To), "The last day must be the same as or after the first day.");
        }

        Filter = new AuditFilter(
            Typed(Who, StaffMember.EmailMax),
            Kind is not null && AuditWords.Kinds.ContainsKey(Kind) ? Kind : null,
            Typed(Row, AuditEntry.EntityIdMax),
            Did is not null && AuditWords.Actions.ContainsKey(Did) ? Did : null,
            From is { Year: > 2000 and < 2200 } ? From : null,
            To is { Year: > 2000 and < 2200 } ? To : null,
            Trust == Installation && IsEveryTrust ? Guid.Empty : Offered(Trust, Trusts));
        return ModelState.IsValid;
    }

    private static string? Typed(string? text, int most) => text?.Trim() is { Length: > 0 } typed && typed.Length <= most ? typed : null;
}
