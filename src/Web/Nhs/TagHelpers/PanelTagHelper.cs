using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>The end of a journey. Its title is the h1 of the page.</summary>
[HtmlTargetElement("nhs-panel")]
public sealed class PanelTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(El("div", "nhsuk-panel",
            El("h1", "nhsuk-panel__heading", Title),
            content.IsEmptyOrWhiteSpace ? null : El("div", "nhsuk-panel__body", content)));
    }
}
