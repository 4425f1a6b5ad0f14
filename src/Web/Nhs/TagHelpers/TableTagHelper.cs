using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>
/// A table of the design system around plain <c>thead</c>, <c>tbody</c>, <c>tr</c>, <c>th</c> and <c>td</c>, which get their classes by themselves.
/// With <c>responsive</c> every row is a small list of its own on a phone.
/// </summary>
[HtmlTargetElement("nhs-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>s, m, l or xl.</summary>
    public string? CaptionSize { get; set; }

    /// <summary>The caption is read out but not shown; for a table right below its own heading.</summary>
    public bool CaptionHidden { get; set; }

    public bool Responsive { get; set; }

    public bool Compact { get; set; }

    public bool Striped { get; set; }

    /// <summary>Column headings are links that sort (<c>href</c> and <c>sort</c> on <c>th</c>).</summary>
    public bool Sortable { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableState)] = new TableState { Responsive = Responsive };
        var content = await output.GetChildContentAsync();
        var caption = El("caption", Classes("nhsuk-table__caption", CaptionSize is null ? null : "nhsuk-table__caption--" + CaptionSize,
            CaptionHidden ? "nhsuk-u-visually-hidden" : null), Caption, Sortable ? Hidden(" (Column headers are sortable)") : null);
        output.Become(El("table", Classes("nhsuk-table", Compact ? "nhsuk-table--compact" : null, Responsive ? "nhsuk-table--responsive" : null,
                Sortable ? "nhsuk-table--sortable" : null, Striped ? "nhsuk-table--striped" : null), caption, content)
            .With("role", Responsive ? "table" : null)
            .WithAll(output.Attributes));
    }
}
