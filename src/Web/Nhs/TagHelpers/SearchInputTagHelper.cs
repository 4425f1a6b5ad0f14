using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A search box with its own button.</summary>
[HtmlTargetElement("nhs-search-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchInputTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = El("input", Classes("nhsuk-input", HasError ? "nhsuk-input--error" : null, "nhsuk-search-input__input"))
            .With("id", FieldId)
            .With("name", FieldName)
            .With("type", "search")
            .With("value", CurrentValue)
            .With("aria-describedby", DescribedBy)
            .With("autocomplete", "off")
            .WithAll(output.Attributes);
        var button = El("button", "nhsuk-button nhsuk-button--icon nhsuk-button--small nhsuk-search-input__button", Icons.Search)
            .With("data-module", "nhsuk-button")
            .With("type", "submit")
            .With("aria-label", "Search");
        output.Become(Group("nhsuk-search-input", LabelOf(FieldId), HintElement, ErrorElement,
            El("div", "nhsuk-input-wrapper nhsuk-search-input__wrapper", input, button)));
    }
}
