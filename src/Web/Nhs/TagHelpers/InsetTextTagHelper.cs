using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Words set apart from the text around them.</summary>
[HtmlTargetElement("nhs-inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("div", "nhsuk-inset-text", Hidden("Information: "), Parts.Paragraph(await output.GetChildContentAsync())));
}
