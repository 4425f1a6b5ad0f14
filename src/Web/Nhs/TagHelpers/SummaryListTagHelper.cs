using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Facts about one thing, or the answers to check.</summary>
[HtmlTargetElement("nhs-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public bool NoBorder { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new List<SummaryRowTagHelper.Row>();
        context.Items[typeof(SummaryListTagHelper)] = rows;
        await output.GetChildContentAsync();
        var anyActions = rows.Exists(row => row.Action is not null);
        var list = El("dl", Classes("nhsuk-summary-list", NoBorder ? "nhsuk-summary-list--no-border" : null)).WithAll(output.Attributes);
        foreach (var row in rows)
        {
            list.Add(El("div", Classes("nhsuk-summary-list__row", anyActions && row.Action is null ? "nhsuk-summary-list__row--no-actions" : null),
                El("dt", "nhsuk-summary-list__key", row.Key),
                El("dd", "nhsuk-summary-list__value", row.Value),
                row.Action is null ? null : El("dd", "nhsuk-summary-list__actions", row.Action)));
        }

        output.Become(list);
    }
}
