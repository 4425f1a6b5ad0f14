using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>
/// A list without rows says which of three it is: nothing there yet (offers the first action), nothing matches (offers to clear the filters),
/// or not searched yet.
/// </summary>
[HtmlTargetElement("nhs-empty")]
public sealed class EmptyListTagHelper : TagHelper
{
    /// <summary>nothing-yet, no-match or not-searched.</summary>
    public string State { get; set; } = "nothing-yet";

    /// <summary>What the list holds, such as "follow-ups".</summary>
    public string Things { get; set; } = "results";

    /// <summary>Where the first one is made.</summary>
    public string? ActionHref { get; set; }

    public string? ActionText { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var content = await output.GetChildContentAsync();
        var (words, href, text) = State switch
        {
            "no-match" => ($"No {Things} match these filters.", (request.PathBase + request.Path).ToString(), "Clear filters"),
            "not-searched" => ($"Choose what to look for to see {Things}.", ActionHref, ActionText),
            _ => ($"There are no {Things} yet.", ActionHref, ActionText)
        };
        output.Become(El("div", "app-empty",
            El("p", null, words),
            content.IsEmptyOrWhiteSpace ? null : Parts.Paragraph(content),
            href is null ? null : El("p", null, El("a", null, text).With("href", href))));
    }
}
