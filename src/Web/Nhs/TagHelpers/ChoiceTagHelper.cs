using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>One answer. What stands between its tags is revealed when it is chosen.</summary>
[HtmlTargetElement("nhs-radio", ParentTag = "nhs-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("nhs-checkbox", ParentTag = "nhs-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Name of this checkbox when it is not the name of the list.</summary>
    public string? Name { get; set; }

    public bool? Checked { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Choosing this one clears the others ("None of these").</summary>
    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = (List<ChoiceItem>)context.Items[typeof(ChoicesTagHelper)];
        var content = await output.GetChildContentAsync();
        items.Add(new ChoiceItem
        {
            Value = Value,
            Label = Label,
            Hint = Hint,
            Name = Name,
            Checked = Checked,
            Disabled = Disabled,
            Exclusive = Exclusive,
            Conditional = content.IsEmptyOrWhiteSpace ? null : content
        });
        output.SuppressOutput();
    }
}
