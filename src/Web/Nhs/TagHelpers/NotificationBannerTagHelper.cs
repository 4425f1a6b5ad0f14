using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>News about the page before, or something that matters on every page. Success is shown by the layout from TempData.</summary>
[HtmlTargetElement("nhs-notification-banner")]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>The action of the page before has worked.</summary>
    public bool Success { get; set; }

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        const string titleId = "nhsuk-notification-banner-title";
        var content = await output.GetChildContentAsync();
        output.Become(El("div", Classes("nhsuk-notification-banner", Success ? "nhsuk-notification-banner--success" : null),
                El("div", "nhsuk-notification-banner__header",
                    El("h2", "nhsuk-notification-banner__title", Title ?? (Success ? "Success" : "Important")).With("id", titleId)),
                El("div", "nhsuk-notification-banner__content", Parts.Paragraph(content, "nhsuk-notification-banner__heading")))
            .With("data-module", "nhsuk-notification-banner")
            .With("role", Success ? "alert" : "region")
            .With("aria-labelledby", titleId));
    }
}
