using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>The link to the next big step.</summary>
[HtmlTargetElement("nhs-action-link")]
public sealed class ActionLinkTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("a", "nhsuk-action-link", Icons.ArrowRightCircle,
            El("span", "nhsuk-action-link__text", await output.GetChildContentAsync())).With("href", Href));
}
