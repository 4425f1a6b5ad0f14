using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>A hint outside a field component.</summary>
[HtmlTargetElement("nhs-hint")]
public sealed class HintTagHelper : TagHelper
{
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Parts.Hint(await output.GetChildContentAsync(), Id));
}
