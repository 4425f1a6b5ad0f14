using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>One answer out of several.</summary>
[HtmlTargetElement("nhs-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>Side by side; for two or three short answers.</summary>
    public bool Inline { get; set; }

    private protected override string Kind => "radios";

    private protected override string InputType => "radio";

    private protected override string? Layout => Inline ? "nhsuk-radios--inline" : null;

    private protected override bool IsChecked(ChoiceItem item) => CurrentValue is { } value
        ? string.Equals(value, item.Value, StringComparison.OrdinalIgnoreCase)
        : item.Checked ?? false;
}
