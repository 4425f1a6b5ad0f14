using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Page numbers. Links keep the filters of the address and change only its <c>p</c>; one page shows nothing.</summary>
[HtmlTargetElement("nhs-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int PageCount { get; set; } = 1;

    /// <summary>Name of the number in the address. "page" is taken: Razor Pages keeps the name of the page there.</summary>
    public string Parameter { get; set; } = "p";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (PageCount < 2)
        {
            output.SuppressOutput();
            return;
        }

        var list = El("ul", "nhsuk-pagination__list");
        var last = 0;
        foreach (var number in Numbers())
        {
            if (number > last + 1)
            {
                list.Add(El("li", "nhsuk-pagination__item nhsuk-pagination__item--ellipsis", "⋯"));
            }

            list.Add(Number(number));
            last = number;
        }

        output.Become(El("nav", "nhsuk-pagination nhsuk-pagination--numbered",
                Page > 1 ? Step("previous", "prev", Page - 1, Icons.ArrowLeft, Title("Previous")) : null,
                list,
                Page < PageCount ? Step("next", "next", Page + 1, Title("Next"), Icons.ArrowRight) : null)
            .With("role", "navigation")
            .With("aria-label", "Pagination"));
    }

    // First, last, and those beside the current page; a gap of one page is filled with that page
    private IEnumerable<int> Numbers()
    {
        var shown = new SortedSet<int>([1, PageCount, Page - 1, Page, Page + 1]);
        if (Page == 4)
        {
            shown.Add(2);
        }

        if (Page == PageCount - 3)
        {
            shown.Add(PageCount - 1);
        }

        return shown.Where(number => number >= 1 && number <= PageCount);
    }

    private IHtmlContent Number(int number) =>
        El("li", Classes("nhsuk-pagination__item", number == Page ? "nhsuk-pagination__item--current" : null),
            El("a", "nhsuk-pagination__link", number.ToString())
                .With("href", Address(number))
                .With("aria-label", $"Page {number}")
                .With("aria-current", number == Page ? "page" : null));

    private IHtmlContent Step(string side, string relation, int number, IHtmlContent first, IHtmlContent second) =>
        El("a", "nhsuk-pagination__" + side, first, second).With("href", Address(number)).With("rel", relation);

    private static IHtmlContent Title(string text) => El("span", "nhsuk-pagination__title", text, Hidden(" page"));

    private string Address(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query
            .Where(pair => !string.Equals(pair.Key, Parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Append(KeyValuePair.Create<string, string?>(Parameter, number.ToString()));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, kept);
    }
}
