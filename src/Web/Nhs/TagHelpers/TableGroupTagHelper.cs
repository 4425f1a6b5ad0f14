using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using System.Text.Encodings.Web;

namespace Champions.Web.Nhs;

/// <summary>Head, body and rows of a table inside <c>nhs-table</c>; elsewhere they stay as they are.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
public sealed class TableGroupTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableState), out var found))
        {
            return;
        }

        var table = (TableState)found;
        switch (context.TagName.ToLowerInvariant())
        {
            case "thead":
                table.InHead = true;
                Mark(output, "nhsuk-table__head", table.Responsive ? "rowgroup" : null);
                break;
            case "tbody":
                table.InHead = false;
                Mark(output, "nhsuk-table__body", null);
                break;
            default:
                table.Column = 0;
                Mark(output, "nhsuk-table__row", table.Responsive ? "row" : null);
                break;
        }

        // The cells count columns while they are rendered, so they must be rendered now
        await output.GetChildContentAsync();
    }

    private static void Mark(TagHelperOutput output, string classes, string? role)
    {
        output.AddClass(classes, HtmlEncoder.Default);
        if (role is not null)
        {
            output.Attributes.SetAttribute("role", role);
        }
    }
}
