using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Access.Crawling;

/// <summary>
/// One person who opens every address they can find and then presses every button, again and again until nothing new turns up. Addresses that
/// differ by ids and values of the query alone are one shape, of which a few are opened: a calendar would have no end.
/// </summary>
internal sealed partial class Crawl(Visitor visitor, string email)
{
    private const int OfOneShape = 6;
    private const int PressesOfOneShape = 2;

    /// <summary>Would end the session at once.</summary>
    private static readonly string[] NotPressed = ["/sign-out"];

    /// <summary>May end the session, so they come when there is nothing else left to do.</summary>
    private static readonly string[] PressedLast = ["/account/", "/sign-in", "/password/"];

    private readonly Queue<string> waiting = new();
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> presses = new(StringComparer.Ordinal);
    private readonly List<CrawledForm> forms = [];
    private readonly List<CrawledForm> last = [];
    private readonly HtmlParser parser = new();

    /// <summary>Told of every answer on the way: the address, and everything that came as one text.</summary>
    public Action<string, string> OnAnswer { get; init; } = (_, _) => { };

    /// <summary>Presses a button; replaced where more is to be sent than the form holds.</summary>
    public Func<CrawledForm, List<(string Name, string Value)>, Task>? OnPress { get; init; }

    public int Opened => opened.Count;

    public int Pressed { get; private set; }

    /// <summary>Paths that forms were posted to.</summary>
    public HashSet<string> PostedTo { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> MediaTypes { get; } = new(StringComparer.Ordinal);

    public List<string> Faults { get; } = [];

    /// <summary>From these addresses to a fixed point, then every form, and what comes to light by it.</summary>
    public async Task RunAsync(params string[] from)
    {
        foreach (var address in from)
        {
            Want(address);
        }

        do
        {
            await OpenAllAsync();
            var found = forms.ToList();
            forms.Clear();
            last.AddRange(found.Where(IsLast));
            foreach (var form in found.Where(f => !IsLast(f)))
            {
                await PressAsync(form);
            }

            if (waiting.Count == 0 && forms.Count == 0)
            {
                var rest = last.ToList();
                last.Clear();
                foreach (var form in rest)
                {
                    await PressAsync(form);
                }
            }
        }
        while (waiting.Count > 0 || forms.Count > 0 || last.Count > 0);
    }

    /// <summary>Sends what it is given and looks at the answer.</summary>
    public async Task PostAsync(CrawledForm form, IEnumerable<(string Name, string Value)> fields)
    {
        Pressed++;
        PostedTo.Add(form.Action.Split('?')[0]);
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await visitor.Client.PostAsync(form.Action, content);
        await LookAsync("POST " + form.Action, form.Action, answer);
    }

    private async Task OpenAllAsync()
    {
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await visitor.Client.GetAsync(address);
            await LookAsync("GET " + address, address, answer);
        }
    }

    private async Task PressAsync(CrawledForm form)
    {
        var shape = $"{form.Method} {Shape(form.Action)} {form.Button} {string.Join(',', form.Fields.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal))}";
        if (NotPressed.Any(p => form.Action.StartsWith(p, StringComparison.Ordinal)) || !Count(presses, shape, PressesOfOneShape))
        {
            return;
        }

        if (form.Method != "post")
        {
            Want($"{form.Action.Split('?')[0]}?{string.Join('&', form.Fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))}");
            return;
        }

        await (OnPress is null ? PostAsync(form, form.Fields) : OnPress(form, form.Fields));
    }

    private async Task LookAsync(string what, string address, HttpResponseMessage answer)
    {
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var body = await answer.Content.ReadAsStringAsync();
        MediaTypes.Add(type);
        if ((int)answer.StatusCode is 500 or 405)
        {
            Faults.Add($"{what}: {(int)answer.StatusCode}");
        }

        OnAnswer(what, $"{answer.Headers}{answer.Content.Headers}{body}");
        if (answer.Headers.Location is { } next)
        {
            Want(next.OriginalString, address);
        }

        if (type == "text/html")
        {
            var page = await parser.ParseDocumentAsync(body);
            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src], img[src]"))
            {
                Want((link.GetAttribute("href") ?? link.GetAttribute("src"))!, address);
            }

            forms.AddRange(page.Forms.SelectMany(f => CrawledForm.Of(f, Absolute(address, address)!, email)));
        }
    }

    private void Want(string link, string seenOn = "/")
    {
        if (Absolute(link, seenOn) is { } address && opened.Add(address))
        {
            if (Count(shapes, Shape(address), OfOneShape))
            {
                waiting.Enqueue(address);
            }
            else
            {
                opened.Remove(address);
            }
        }
    }

    /// <summary>Path and query when it is an address of this site.</summary>
    private static string? Absolute(string link, string seenOn)
    {
        var here = new Uri(new Uri("http://localhost"), seenOn);
        return Uri.TryCreate(here, link, out var address) && address.Host == "localhost" && address.Scheme == "http" ? address.PathAndQuery : null;
    }

    private static string Shape(string address) => Values().Replace(Ids().Replace(address, "{id}"), "=");

    private static bool IsLast(CrawledForm form) => PressedLast.Any(p => form.Action.StartsWith(p, StringComparison.Ordinal));

    private static bool Count(Dictionary<string, int> counts, string shape, int most) => (counts[shape] = counts.GetValueOrDefault(shape) + 1) <= most;

    [GeneratedRegex("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("=[^&]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Values();
}
