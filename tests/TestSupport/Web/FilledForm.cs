using AngleSharp.Html.Dom;

namespace Champions.TestSupport.Web;

/// <summary>What a browser would send for a form after somebody filled it in.</summary>
internal static class FilledForm
{
    /// <exception cref="InvalidOperationException">The form does not offer that field or that choice.</exception>
    public static List<(string Name, string Value)> Fill(IHtmlFormElement form, IReadOnlyCollection<(string Name, string? Value)> answers)
    {
        foreach (var (name, value) in answers)
        {
            RequireOffered(form, name, value);
        }

        var answered = answers.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var fields = form.Elements.SelectMany(Standing).Where(f => !answered.Contains(f.Name)).ToList();
        fields.AddRange(answers.Where(a => a.Value is not null).Select(a => (a.Name, a.Value!)));
        return fields;
    }

    /// <summary>What one control sends when nobody touches it.</summary>
    private static IEnumerable<(string Name, string Value)> Standing(IHtmlElement control) => control switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input => input.Type switch
        {
            "checkbox" or "radio" => input.IsChecked ? [(name, input.Value)] : [],
            "submit" or "button" or "reset" or "image" or "file" => [],
            _ => [(name, input.Value)],
        },
        IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area => [(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } list =>
            list.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)),
        _ => [],
    };

    private static void RequireOffered(IHtmlFormElement form, string name, string? value)
    {
        var controls = form.Elements.Where(e => e.GetAttribute("name") == name && e is not IHtmlButtonElement).ToList();
        if (controls.Count == 0)
        {
            var offered = form.Elements.Select(e => e.GetAttribute("name")).Where(n => n is not null).Distinct();
            throw new InvalidOperationException($"The form has no field \"{name}\". It has: {string.Join(", ", offered)}");
        }

        var choices = controls.OfType<IHtmlInputElement>().Where(i => i.Type is "checkbox" or "radio").Select(i => i.Value)
            .Concat(controls.OfType<IHtmlSelectElement>().SelectMany(s => s.Options).Select(o => o.Value))
            .ToList();
        if (value is not null && choices.Count > 0 && !choices.Contains(value))
        {
            throw new InvalidOperationException($"\"{name}\" does not offer \"{value}\". It offers: {string.Join(", ", choices)}");
        }
    }
}
