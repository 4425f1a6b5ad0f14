using Champions.Application.Time;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>"1 to 20 of 134 wards" above a list.</summary>
[HtmlTargetElement("nhs-result-count", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ResultCountTagHelper : TagHelper
{
    public int Page { get; set; } = 1;

    public int PageSize { get; set; } = 20;

    public int Total { get; set; }

    /// <summary>One of the things counted, such as "ward".</summary>
    public string One { get; set; } = "result";

    /// <summary>Several of them, when it is not the one with an s.</summary>
    public string? Many { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var first = ((Page - 1) * PageSize) + 1;
        var last = Math.Min(Page * PageSize, Total);
        var counted = UkFormat.Count(Total, One, Many);
        var words = Total <= PageSize ? counted : $"{UkFormat.Number(first)} to {UkFormat.Number(last)} of {counted}";
        output.Become(Total == 0 ? null : El("p", "nhsuk-body app-result-count", words));
    }
}
