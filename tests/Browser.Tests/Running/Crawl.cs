using System.Text.RegularExpressions;

namespace Champions.Browser.Tests.Running;

/// <summary>
/// Follows every link a person can see, from their home on, and looks at each page at two widths. Pages that differ only
/// in an id or in the value of a filter are one shape; two of each are looked at, or one when it is a filtered list.
/// </summary>
public sealed partial class Crawl
{
    private const int OfEachPage = 2;

    /// <summary>Hangfire's own pages in the full build: see the decision record on exceptions to the accessibility rules.</summary>
    private const string NotOurs = "/admin/hangfire";

    private readonly Person person;
    private readonly bool filtered;
    private readonly Queue<string> waiting = new(["/home"]);
    private readonly HashSet<string> known = new(StringComparer.Ordinal) { "/home" };
    private readonly Dictionary<string, int> visits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> titles = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    private Crawl(Person person, bool filtered) => (this.person, this.filtered) = (person, filtered);

    /// <summary>Paths with {id} in the place of ids, without queries.</summary>
    public IReadOnlyCollection<string> Shapes => [.. visits.Keys.Select(s => s.Split('?')[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>What was found wrong, each with its address.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. problems,
        .. titles.Where(t => t.Value.Count > 1).Select(t => $"the title \"{t.Key}\" stands on {string.Join(" and ", t.Value.Order(StringComparer.Ordinal))}"),
    ];

    /// <param name="person">Whose links are followed, all of them.</param>
    /// <param name="filtered">
    /// Looks at the lists whose address holds a filter, an order or a page, or else at everything but those: one walk that looks at all
    /// takes so long that it cannot be told from one that hangs.
    /// </param>
    public static async Task<Crawl> RunAsync(Person person, bool filtered)
    {
        var crawl = new Crawl(person, filtered);
        while (crawl.waiting.TryDequeue(out var address))
        {
            await crawl.VisitAsync(address);
        }

        return crawl;
    }

    public static string ShapeOf(string address)
    {
        var parts = Ids().Replace(address, "{id}").Split('#')[0].Split('?');
        return parts.Length == 1 ? parts[0] : parts[0] + "?" + string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    private async Task VisitAsync(string address)
    {
        var shape = ShapeOf(address);
        if (visits.GetValueOrDefault(shape) >= (shape.Contains('?', StringComparison.Ordinal) ? 1 : OfEachPage))
        {
            return;
        }

        visits[shape] = visits.GetValueOrDefault(shape) + 1;
        if (IsFile(address))
        {
            var file = await person.Context.APIRequest.GetAsync(address);
            if (!file.Ok)
            {
                problems.Add($"{address} answers {file.Status}");
            }

            return;
        }

        await person.Page.SetViewportSizeAsync(Widths.Desk, 900);
        var status = await person.OpenAsync(address);
        if (status != 200)
        {
            problems.Add($"{address} answers {status}");
            person.TakeComplaints();
            return;
        }

        if (filtered == address.Contains('?', StringComparison.Ordinal))
        {
            await CheckAsync(address, Widths.Desk);
            await person.Page.SetViewportSizeAsync(Widths.Narrow, 900);
            await CheckAsync(address, Widths.Narrow);
        }
        else
        {
            person.TakeComplaints();
        }

        await KeepTitleAsync();
        foreach (var link in await LinksAsync())
        {
            if (known.Add(link))
            {
                waiting.Enqueue(link);
            }
        }
    }

    private async Task CheckAsync(string address, int width) =>
        problems.AddRange((await PageCheck.ProblemsAsync(person)).Select(p => $"{address} at {width} px: {p}"));

    private async Task KeepTitleAsync()
    {
        var title = await person.Page.TitleAsync();
        if (!titles.TryGetValue(title, out var shapes))
        {
            titles[title] = shapes = new HashSet<string>(StringComparer.Ordinal);
        }

        shapes.Add(ShapeOf(person.Address).Split('?')[0]);
    }

    private async Task<IEnumerable<string>> LinksAsync()
    {
        var links = await person.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");
        return links.Where(l => !l.StartsWith(NotOurs, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
    }

    private static bool IsFile(string address) =>
        address.Split('?')[0] is var path && (path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".ics", StringComparison.Ordinal))
        || address.Contains("handler=", StringComparison.Ordinal);

    [GeneratedRegex("(?<=/)([0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{32}[^/?#]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
