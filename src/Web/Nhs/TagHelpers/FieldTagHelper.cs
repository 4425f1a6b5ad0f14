using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>
/// What every form field shares: name, id, label, hint, the value that was typed and the words of its error, all from <c>asp-for</c>.
/// Attributes that are not named here go to the control as they are.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Label { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label is the heading of the page (its only h1).</summary>
    public bool LabelIsHeading { get; set; }

    /// <summary>The label is read out but not shown.</summary>
    public bool LabelHidden { get; set; }

    public string? Hint { get; set; }

    /// <summary>Used when there is no <c>asp-for</c>.</summary>
    public string? Value { get; set; }

    /// <summary>Words of an error that model state does not know.</summary>
    public string? Error { get; set; }

    /// <summary>Classes of the group around label and control.</summary>
    public string? GroupClass { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected string FieldName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? "");

    protected string FieldId => Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");

    protected string? ErrorText => Error ?? ModelErrors.FirstOf(Entry);

    protected bool HasError => ErrorText is not null;

    /// <summary>What was typed, or the model's value when nothing was posted.</summary>
    protected string? CurrentValue => Entry?.AttemptedValue ?? (For is null ? Value : Format(For.Model));

    /// <summary>What was ticked, or the model's values when nothing was posted.</summary>
    protected IReadOnlyCollection<string> CurrentValues => Entry?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ => For is null ? Split(Value) : FormatAll(For.Model)
    };

    protected string? DescribedBy => Classes(Hint is null ? null : HintId, HasError ? ErrorId : null) is { Length: > 0 } ids ? ids : null;

    protected ModelStateEntry? Entry =>
        FieldName.Length > 0 && ViewContext.ModelState.TryGetValue(FieldName, out var entry) ? entry : null;

    private string HintId => FieldId + "-hint";

    private string ErrorId => FieldId + "-error";

    /// <summary>Tells the error summary where this field stands. Call before child content is rendered.</summary>
    protected void Register(string? target = null) => FormFields.Of(ViewContext.HttpContext).Add(FieldName, target ?? FieldId);

    protected TagBuilder Group(string? classes, params ReadOnlySpan<object?> children) =>
        El("div", Classes("nhsuk-form-group", HasError ? "nhsuk-form-group--error" : null, classes, GroupClass), children);

    protected IHtmlContent LabelOf(string target)
    {
        var label = El("label", Classes("nhsuk-label", LabelSize is null ? null : "nhsuk-label--" + LabelSize,
            LabelHidden ? "nhsuk-u-visually-hidden" : null), LabelText).With("for", target);
        return LabelIsHeading ? El("h1", "nhsuk-label-wrapper", label) : label;
    }

    protected string LabelText => Label ?? For?.Metadata.GetDisplayName() ?? "";

    protected IHtmlContent? HintElement => Hint is null ? null : Parts.Hint(Hint, HintId);

    protected IHtmlContent? ErrorElement => ErrorText is { } text ? Parts.Error(text, ErrorId) : null;

    protected static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => Champions.Application.Time.UkFormat.Time(time),
        Enum name => name.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString()
    };

    private static IReadOnlyCollection<string> FormatAll(object? model) => model switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Format).OfType<string>()],
        _ => Format(model) is { } one ? [one] : []
    };

    private static IReadOnlyCollection<string> Split(string? value) => value is null ? [] : value.Split(',', StringSplitOptions.TrimEntries);
}
