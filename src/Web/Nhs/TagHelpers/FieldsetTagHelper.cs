using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A group of fields with one question above them.</summary>
[HtmlTargetElement("nhs-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    public string Legend { get; set; } = "";

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; } = "m";

    public bool LegendIsHeading { get; set; }

    public string? DescribedBy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(El("fieldset", "nhsuk-fieldset", Parts.Legend(Legend, LegendSize, LegendIsHeading), await output.GetChildContentAsync())
            .With("aria-describedby", DescribedBy)
            .WithAll(output.Attributes));
}
