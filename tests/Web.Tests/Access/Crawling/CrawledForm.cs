using AngleSharp.Html.Dom;

namespace Champions.Web.Tests.Access.Crawling;

/// <summary>What one button of a form would send when somebody had filled everything in with something plausible.</summary>
/// <param name="Method">In small letters.</param>
/// <param name="Action">Path and query.</param>
/// <param name="Button">Name and value of the button.</param>
/// <param name="Fields">In the order of the form.</param>
internal sealed record CrawledForm(string Method, string Action, string Button, List<(string Name, string Value)> Fields)
{
    public static IEnumerable<CrawledForm> Of(IHtmlFormElement form, string page, string email)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var fields = form.Elements.SelectMany(e => Answer(e as IHtmlElement, chosen, email)).ToList();
        var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Type == "submit").ToList();
        foreach (var button in buttons)
        {
            var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
            var pressed = button.GetAttribute("name") is { Length: > 0 } name ? [.. fields, (name, button.GetAttribute("value") ?? "")] : fields;
            yield return new CrawledForm(
                (form.GetAttribute("method") ?? "get").ToLowerInvariant(),
                string.IsNullOrEmpty(action) ? page : new Uri(new Uri(new Uri("http://localhost"), page), action).PathAndQuery,
                $"{button.GetAttribute("name")}={button.GetAttribute("value")}",
                pressed);
        }
    }

    private static IEnumerable<(string Name, string Value)> Answer(IHtmlElement? control, HashSet<string> chosen, string email)
    {
        switch (control)
        {
            case IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input:
                return input.Type switch
                {
                    "hidden" => [(name, input.Value)],
                    "checkbox" or "radio" => input.IsChecked || chosen.Add(name) ? [(name, input.Value)] : [],
                    "submit" or "button" or "reset" or "image" or "file" => [],
                    _ => [(name, input.Value.Length > 0 ? input.Value : Plausible(input, email))],
                };
            case IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area:
                return [(name, area.Value.Length > 0 ? area.Value : "Found the results screen")];
            case IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } list:
                var options = list.Options.Where(o => o.Value.Length > 0).ToList();
                return options.Count == 0 ? [] : [(name, (options.Find(o => o.IsSelected) ?? options[0]).Value)];
            default:
                return [];
        }
    }

    /// <summary>A search asks for the beginning of every mark.</summary>
    private static string Plausible(IHtmlInputElement input, string email) => input switch
    {
        { Type: "search" } => "zq",
        _ when input.Name!.Contains("search", StringComparison.OrdinalIgnoreCase) => "zq",
        { Type: "email" } => email,
        _ when input.Name!.Contains("email", StringComparison.OrdinalIgnoreCase) => email,
        { Type: "number" } or { Type: "tel" } => "10",
        _ when input.GetAttribute("inputmode") == "numeric" => input.Name!.Contains("Year", StringComparison.OrdinalIgnoreCase) ? "2026" : "12",
        { Type: "password" } => "a long enough pass phrase",
        _ => "Plain words",
    };
}
