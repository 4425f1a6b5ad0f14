using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Folded text that few people need.</summary>
[HtmlTargetElement("nhs-details")]
public sealed class DetailsTagHelper : TagHelper
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("details", "nhsuk-details",
                El("summary", "nhsuk-details__summary", El("span", "nhsuk-details__summary-text", Summary)),
                El("div", "nhsuk-details__text", await output.GetChildContentAsync()))
            .With("open", Open)
            .WithAll(output.Attributes));
}
