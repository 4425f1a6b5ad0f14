using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>The word between two answers, usually "or".</summary>
[HtmlTargetElement("nhs-divider", ParentTag = "nhs-radios")]
[HtmlTargetElement("nhs-divider", ParentTag = "nhs-checkboxes")]
public sealed class ChoiceDividerTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = (List<ChoiceItem>)context.Items[typeof(ChoicesTagHelper)];
        items.Add(new ChoiceItem { Divider = System.Net.WebUtility.HtmlDecode((await output.GetChildContentAsync()).GetContent()).Trim() });
        output.SuppressOutput();
    }
}
