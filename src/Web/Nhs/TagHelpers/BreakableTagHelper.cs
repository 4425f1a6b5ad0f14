using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>An email or web address in a narrow place: it breaks after @, a dot or a slash, and never inside a word.</summary>
[HtmlTargetElement("nhs-breakable", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreakableTagHelper : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var span = El("span", "app-breakable");
        var rest = (Text ?? "").AsSpan();
        for (var at = rest.IndexOfAny("@./"); at >= 0 && at < rest.Length - 1; at = rest.IndexOfAny("@./"))
        {
            span.Add(rest[..(at + 1)].ToString()).Add(El("wbr", null));
            rest = rest[(at + 1)..];
        }

        output.Become(span.Add(rest.ToString()));
    }
}
