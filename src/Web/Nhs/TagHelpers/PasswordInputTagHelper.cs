using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A password that can be shown while it is typed. It is never sent back to the page.</summary>
[HtmlTargetElement("nhs-password-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordInputTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = El("input", Classes("nhsuk-input", HasError ? "nhsuk-input--error" : null, "nhsuk-password-input__input nhsuk-js-password-input-input"))
            .With("id", FieldId)
            .With("name", FieldName)
            .With("type", "password")
            .With("spellcheck", "false")
            .With("autocapitalize", "none")
            .With("autocomplete", "current-password")
            .With("aria-describedby", DescribedBy)
            .WithAll(output.Attributes);
        var toggle = El("button",
                "nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle", "Show")
            .With("data-module", "nhsuk-button")
            .With("type", "button")
            .With("aria-label", "Show password")
            .With("aria-controls", FieldId)
            .With("hidden", true);
        output.Become(Group("nhsuk-password-input", LabelOf(FieldId), HintElement, ErrorElement, El("div", "nhsuk-input-wrapper", input, toggle))
            .With("data-module", "nhsuk-password-input"));
    }
}
