using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>What must not be missed.</summary>
[HtmlTargetElement("nhs-warning-callout")]
public sealed class WarningCalloutTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public int HeadingLevel { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("div", "nhsuk-card nhsuk-card--warning",
            El("div", "nhsuk-card__content",
                El("h" + HeadingLevel, "nhsuk-card__heading", El("span", null, Hidden("Important: "), Heading).With("role", "text")),
                Parts.Paragraph(await output.GetChildContentAsync(), "nhsuk-card__description"))));
}
