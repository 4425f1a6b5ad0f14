using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>One fact. What stands between its tags is the value; nothing there reads "No data".</summary>
[HtmlTargetElement("nhs-summary-row", ParentTag = "nhs-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>Null or empty for what cannot be changed.</summary>
    public string? ChangeHref { get; set; }

    public string ChangeText { get; set; } = "Change";

    /// <summary>What is changed, for those who hear the link alone; the key when left out.</summary>
    public string? ChangeHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var action = string.IsNullOrEmpty(ChangeHref)
            ? null
            : El("a", "nhsuk-link", ChangeText, Hidden(" " + (ChangeHidden ?? Key.ToLowerInvariant()))).With("href", ChangeHref);
        var rows = (List<Row>)context.Items[typeof(SummaryListTagHelper)];
        rows.Add(new Row(Key, content.IsEmptyOrWhiteSpace ? Join("No data") : content, action));
        output.SuppressOutput();
    }

    internal sealed record Row(string Key, IHtmlContent Value, IHtmlContent? Action);
}
