using System.Net;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>One step of a breadcrumb.</summary>
[HtmlTargetElement("nhs-crumb", ParentTag = "nhs-breadcrumb")]
public sealed class CrumbTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = WebUtility.HtmlDecode((await output.GetChildContentAsync()).GetContent()).Trim();
        ((List<(string Href, string Text)>)context.Items[typeof(BreadcrumbTagHelper)]).Add((Href, text));
        output.SuppressOutput();
    }
}
