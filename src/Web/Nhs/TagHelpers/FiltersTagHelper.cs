using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>The filters of a list: a GET form, so that the address is the state. Stands left of the results.</summary>
[HtmlTargetElement("nhs-filters")]
public sealed class FiltersTagHelper : TagHelper
{
    public string Heading { get; set; } = "Filters";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var address = request.PathBase + request.Path;
        var button = El("button", "nhsuk-button nhsuk-button--secondary nhsuk-button--small", "Apply filters")
            .With("data-module", "nhsuk-button")
            .With("type", "submit");
        output.Become(El("div", "app-filters",
            El("h2", "nhsuk-heading-s", Heading),
            El("form", null, await output.GetChildContentAsync(), button,
                    request.QueryString.HasValue ? El("p", null, El("a", null, "Clear filters").With("href", address)) : null)
                .With("method", "get")
                .With("action", address)
                .With("novalidate", true)));
    }
}
