using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Champions.TestSupport.Web;

/// <summary>What a visitor sees after a request, and what they can press.</summary>
public sealed partial class Page(
    Visitor visitor, HttpStatusCode status, string mediaType, string body, IDocument document, IReadOnlyList<HttpStatusCode> via)
{
    public HttpStatusCode Status => status;

    /// <summary>Redirects on the way here, oldest first.</summary>
    public IReadOnlyList<HttpStatusCode> Via => via;

    public string MediaType => mediaType;

    /// <summary>The answer as it came.</summary>
    public string Body => body;

    public IDocument Document => document;

    /// <summary>Path and query.</summary>
    public string Address => new Uri(document.Url).PathAndQuery;

    public string Heading => Words(Find("h1"));

    /// <summary>What the main part says, each run of blanks as one.</summary>
    public string Text => Words(document.QuerySelector("main") ?? document.DocumentElement);

    /// <summary>Messages of the error summary, in order.</summary>
    public IReadOnlyList<string> Errors => TextOf(".nhsuk-error-summary__list li");

    /// <summary>A valid antiforgery token for this visitor, for <see cref="Visitor.ForgeAsync"/>.</summary>
    public string Token => Find("input[name=__RequestVerificationToken]").GetAttribute("value") ?? "";

    /// <summary>The one element that fits.</summary>
    public IElement Find(string selector) => document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no \"{selector}\". It says: {Text}");

    public IReadOnlyList<string> TextOf(string selector) => [.. document.QuerySelectorAll(selector).Select(Words)];

    /// <summary>Follows the link with these words.</summary>
    public Task<Page> FollowAsync(string words)
    {
        var link = document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().FirstOrDefault(a => Words(a) == words)
            ?? throw new InvalidOperationException($"{Address} has no link \"{words}\". It has: {string.Join(", ", TextOf("a[href]"))}");
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, link.Href) { Headers = { Referrer = new Uri(document.Url) } });
    }

    /// <summary>
    /// Fills in the form that the button with these words belongs to and presses it. Everything else in the form goes along
    /// as it stands on the page. Only what the form offers can be filled in; a null takes an answer away.
    /// </summary>
    public Task<Page> PressAsync(string words, params (string Name, string? Value)[] answers) => PressAsync(Button(words), answers);

    /// <summary>What pressing that button would send.</summary>
    public IReadOnlyList<(string Name, string Value)> FieldsOf(string words, params (string Name, string? Value)[] answers) =>
        FieldsOf(Button(words), answers).Fields;

    /// <inheritdoc cref="PressAsync(string, ValueTuple{string, string?}[])"/>
    public Task<Page> PressAsync(IElement button, params (string Name, string? Value)[] answers)
    {
        var (form, fields) = FieldsOf(button, answers);
        var target = new Uri(new Uri(document.Url), button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? document.Url);
        if (string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = Visitor.Encode(fields) });
        }

        var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
        return visitor.OpenAsync($"{target.AbsolutePath}?{query}");
    }

    private IElement Button(string words) =>
        document.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b => Words(b) == words)
        ?? throw new InvalidOperationException(
            $"{Address} ({(int)Status}) has no button \"{words}\". It has: {string.Join(", ", TextOf("button"))}. It says: {Text}");

    private (IHtmlFormElement Form, List<(string Name, string Value)> Fields) FieldsOf(IElement button, (string Name, string? Value)[] answers)
    {
        var form = (button as IHtmlButtonElement)?.Form ?? (button as IHtmlInputElement)?.Form
            ?? throw new InvalidOperationException($"The button \"{Words(button)}\" on {Address} belongs to no form.");
        var fields = FilledForm.Fill(form, answers);
        if (button.GetAttribute("name") is { Length: > 0 } name)
        {
            fields.Add((name, button.GetAttribute("value") ?? ""));
        }

        return (form, fields);
    }

    private static string Words(IElement element) =>
        Blanks().Replace(element is IHtmlInputElement input ? input.Value : element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
