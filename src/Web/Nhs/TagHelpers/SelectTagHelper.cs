using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A drop-down list. Radios are easier to use when there are fewer than about eight answers.</summary>
[HtmlTargetElement("nhs-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Words of a first option without a value, such as "Choose a ward".</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var select = El("select", Classes("nhsuk-select", HasError ? "nhsuk-select--error" : null))
            .With("id", FieldId)
            .With("name", FieldName)
            .With("aria-describedby", DescribedBy)
            .WithAll(output.Attributes);
        if (Empty is not null)
        {
            select.Add(El("option", null, Empty).With("value", ""));
        }

        var current = CurrentValue;
        foreach (var item in Items)
        {
            var value = item.Value ?? item.Text;
            var selected = current is null ? item.Selected : string.Equals(value, current, StringComparison.OrdinalIgnoreCase);
            select.Add(El("option", null, item.Text).With("value", value).With("selected", selected).With("disabled", item.Disabled));
        }

        output.Become(Group(null, LabelOf(FieldId), HintElement, ErrorElement, select));
    }
}
