using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>One step back in a journey; stands in the BeforeContent section.</summary>
[HtmlTargetElement("nhs-back-link")]
public sealed class BackLinkTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(El("a", "nhsuk-back-link", content.IsEmptyOrWhiteSpace ? "Back" : content).With("href", Href));
    }
}
