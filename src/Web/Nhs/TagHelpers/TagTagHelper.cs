using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>The state of a thing in one adjective. Never a link; red only for what is urgent.</summary>
[HtmlTargetElement("nhs-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>white, grey, green, aqua-green, blue, purple, pink, red, orange or yellow.</summary>
    public string? Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("strong", Classes("nhsuk-tag", Colour is null ? null : "nhsuk-tag--" + Colour), await output.GetChildContentAsync()));
}
