using Microsoft.AspNetCore.Http;

namespace Champions.Web.Nhs;

/// <summary>
/// The fields of the page in the order they were written, and where a link from the error summary must lead.
/// The layout is rendered after the page, so the summary above the form knows every field below it.
/// </summary>
internal sealed class FormFields
{
    private readonly List<(string Key, string Target)> _fields = [];

    public static FormFields Of(HttpContext context)
    {
        if (context.Items[typeof(FormFields)] is FormFields known)
        {
            return known;
        }

        var fields = new FormFields();
        context.Items[typeof(FormFields)] = fields;
        return fields;
    }

    public void Add(string key, string target) => _fields.Add((key, target));

    /// <summary>Position and target of the field that an error belongs to; an error inside a list belongs to the list.</summary>
    public (int Position, string? Target) Find(string key)
    {
        var index = _fields.FindIndex(field => string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            index = _fields.FindIndex(field => field.Key.Length > 0
                && key.StartsWith(field.Key, StringComparison.OrdinalIgnoreCase)
                && key[field.Key.Length] is '.' or '[');
        }

        return index < 0 ? (int.MaxValue, null) : (index, _fields[index].Target);
    }
}
