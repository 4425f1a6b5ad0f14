using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Where the page stands; a phone shows only the step above. Stands in the BeforeContent section.</summary>
[HtmlTargetElement("nhs-breadcrumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = new List<(string Href, string Text)>();
        context.Items[typeof(BreadcrumbTagHelper)] = items;
        await output.GetChildContentAsync();
        var list = El("ol", "nhsuk-breadcrumb__list");
        foreach (var (href, text) in items)
        {
            list.Add(El("li", "nhsuk-breadcrumb__list-item", El("a", "nhsuk-breadcrumb__link", text).With("href", href)));
        }

        output.Become(El("nav", "nhsuk-breadcrumb", list,
                items.Count == 0 ? null : El("a", "nhsuk-back-link", Hidden("Back to "), items[^1].Text).With("href", items[^1].Href))
            .With("aria-label", "Breadcrumb"));
    }
}
