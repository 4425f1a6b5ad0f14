using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>The first link of the page: past header and menu, for those who use a keyboard.</summary>
[HtmlTargetElement("nhs-skip-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SkipLinkTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("a", "nhsuk-skip-link", "Skip to main content").With("data-module", "nhsuk-skip-link").With("href", "#maincontent"));
}
