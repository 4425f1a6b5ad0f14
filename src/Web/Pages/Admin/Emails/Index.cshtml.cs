using System.Globalization;
using Champions.Application.Abstractions;
using Champions.Application.Outbox.Reading;
using Champions.Application.Reminders;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages.Admin.Emails;

/// <summary>What became of emails. An odd word in the address filters nothing, so an old bookmark still opens.</summary>
public sealed class IndexModel(EmailQueries queries, TimeProvider clock) : ListPage
{
    private const string Address = "/admin/email";

    private static readonly (string Word, EmailStanding Standing)[] Words =
    [
        ("failed", EmailStanding.Failed), ("waiting", EmailStanding.Waiting), ("sent", EmailStanding.Sent), ("not-sent", EmailStanding.NotSent),
    ];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    protected override string UsualSort => "-queued";

    public EmailPage Emails { get; private set; } = new([], 0, new Dictionary<TrustId, string>());

    public EmailCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public bool IsEveryTrust => Actor.Is(Roles.Administrator);

    public int PageCount => Math.Max(1, (Emails.Total + EmailQueries.PageSize - 1) / EmailQueries.PageSize);

    /// <summary>From 1, once the page is shown.</summary>
    public int Shown => Number;

    public EmailFilter Filter => new(
        Words.Where(w => w.Word == State).Select(w => (EmailStanding?)w.Standing).FirstOrDefault(),
        Named<ReminderReason>(Reason),
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null);

    public IEnumerable<SelectListItem> States => Words.Select(w => new SelectListItem(EmailWords.Of(w.Standing), w.Word));

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<ReminderReason>()
        .Select(r => new SelectListItem(ReminderReasonWords.Of(r), r.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal);

    /// <summary>Today first; the days the list goes back, and the one of the address when it is older.</summary>
    public IEnumerable<SelectListItem> DayChoices
    {
        get
        {
            var today = UkCalendar.DateOf(clock.GetUtcNow());
            var days = Enumerable.Range(0, EmailQueries.Days + 1).Select(back => today.AddDays(-back)).ToList();
            if (Filter.Day is { } asked && !days.Contains(asked))
            {
                days.Add(asked);
            }

            return days.Select(d => new SelectListItem(UkFormat.DayAndMonth(d), d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Emails = Number < 1 ? Emails : await queries.ListAsync(Filter, Number, Actor, cancellationToken);
        if (Number < 1 || Number > PageCount)
        {
            return ToFirstPage();
        }

        Counts = await queries.CountAsync(Filter, Actor, cancellationToken);
        return Page();
    }

    /// <summary>Four figures, each the length of the list behind its link.</summary>
    public IEnumerable<(int Number, string Words, string Address)> Cards() =>
    [
        (Counts.Failed, "could not be delivered", Link("failed")),
        (Counts.Waiting, "waiting", Link("waiting")),
        (Counts.Sent, "sent", Link("sent")),
        (Counts.NotSent, "not needed any more", Link("not-sent")),
    ];

    public static string Colour(EmailStanding standing) => standing switch
    {
        EmailStanding.Failed => "red",
        EmailStanding.Sent => "green",
        EmailStanding.Waiting => "blue",
        _ => "grey",
    };

    /// <summary>Somebody who has not told us their name yet is called by their address.</summary>
    public static string Reader(string name, string address) => name.Length > 0 ? name : address;

    public static string When(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return $"{UkFormat.ShortDate(day)}, {UkFormat.Time(time)}";
    }

    /// <summary>The first page of the same filters with another state.</summary>
    private string Link(string? state) => QueryHelpers.AddQueryString(
        Address,
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = state, ["reason"] = Reason, ["day"] = Day }
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
