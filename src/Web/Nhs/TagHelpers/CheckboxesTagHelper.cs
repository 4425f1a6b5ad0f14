using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>Any number of answers. Bound to a list, or to a bool with one checkbox of value "true".</summary>
[HtmlTargetElement("nhs-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    private protected override string Kind => "checkboxes";

    private protected override string InputType => "checkbox";

    private protected override bool IsChecked(ChoiceItem item) =>
        CurrentValues.Contains(item.Value, StringComparer.OrdinalIgnoreCase) || (item.Checked ?? false);
}
