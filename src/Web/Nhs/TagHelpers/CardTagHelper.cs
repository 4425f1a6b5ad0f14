using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>One thing among others; with <c>href</c> the whole card can be pressed.</summary>
[HtmlTargetElement("nhs-card")]
public sealed class CardTagHelper : TagHelper
{
    public string? Heading { get; set; }

    public int HeadingLevel { get; set; } = 2;

    /// <summary>xs, s, m, l or xl.</summary>
    public string? HeadingSize { get; set; }

    public string? Href { get; set; }

    /// <summary>The heading stands in a blue bar.</summary>
    public bool Feature { get; set; }

    /// <summary>secondary.</summary>
    public string? Variant { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        object? heading = Heading is null ? null
            : Href is null ? Heading
            : El("a", "nhsuk-card__link", Heading).With("href", Href);
        output.Become(El("div", Classes("nhsuk-card", Href is null ? null : "nhsuk-card--clickable", Feature ? "nhsuk-card--feature" : null,
                Variant is null ? null : "nhsuk-card--" + Variant),
            El("div", "nhsuk-card__content",
                heading is null ? null : El("h" + HeadingLevel, Classes("nhsuk-card__heading", HeadingSize is null ? null : "nhsuk-heading-" + HeadingSize), heading),
                content.IsEmptyOrWhiteSpace ? null : Parts.Paragraph(content, "nhsuk-card__description"))).WithAll(output.Attributes));
    }
}
