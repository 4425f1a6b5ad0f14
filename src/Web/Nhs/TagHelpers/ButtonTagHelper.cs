using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A button, or with <c>href</c> a link that looks like one. A form has one without a variant.</summary>
[HtmlTargetElement("nhs-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public string? Href { get; set; }

    /// <summary>secondary, secondary-solid, reverse or warning (for what cannot be undone).</summary>
    public string? Variant { get; set; }

    public bool Small { get; set; }

    /// <summary>On by default for a button that sends a form; a second press within a second is dropped.</summary>
    public bool? PreventDoubleClick { get; set; }

    public string Type { get; set; } = "submit";

    public bool Disabled { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var classes = Classes("nhsuk-button", Variant is null ? null : "nhsuk-button--" + Variant, Small ? "nhsuk-button--small" : null);
        if (Href is not null)
        {
            output.Become(El("a", classes, content)
                .With("data-module", "nhsuk-button")
                .With("href", Href)
                .With("role", "button")
                .With("draggable", "false")
                .WithAll(output.Attributes));
            return;
        }

        output.Become(El("button", classes, content)
            .With("data-module", "nhsuk-button")
            .With("data-prevent-double-click", PreventDoubleClick ?? Type == "submit" ? "true" : null)
            .With("type", Type)
            .With("disabled", Disabled)
            .With("aria-disabled", Disabled ? "true" : null)
            .WithAll(output.Attributes));
    }
}
