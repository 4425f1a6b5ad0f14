using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A cell or a heading inside <c>nhs-table</c>; elsewhere it stays as it is.</summary>
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TableCellTagHelper : TagHelper
{
    /// <summary>Figures stand to the right.</summary>
    public bool Numeric { get; set; }

    /// <summary>Where a column heading leads to sort by it.</summary>
    public string? Href { get; set; }

    /// <summary>ascending, descending or none.</summary>
    public string? Sort { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableState), out var found))
        {
            return;
        }

        var table = (TableState)found;
        var content = await output.GetChildContentAsync();
        var isHeading = string.Equals(context.TagName, "th", StringComparison.OrdinalIgnoreCase);
        var name = isHeading ? "nhsuk-table__header" : "nhsuk-table__cell";
        var cell = El(isHeading ? "th" : "td", Classes(name, Numeric ? name + "--numeric" : null), table.InHead ? Heading(table, content) : Cell(table, content))
            .With("scope", (isHeading, table.InHead) switch { (true, true) => "col", (true, false) => "row", _ => null })
            .With("role", Role(table, isHeading))
            .With("data-sort", Sort is not null)
            .With("aria-sort", Sort is "ascending" or "descending" ? Sort : null)
            .WithAll(output.Attributes);
        output.Become(cell);
        table.Column++;
    }

    private static string? Role(TableState table, bool isHeading) => table switch
    {
        { Responsive: false } => null,
        { InHead: true } => "columnheader",
        _ => isHeading ? "rowheader" : "cell"
    };

    private object Heading(TableState table, TagHelperContent content)
    {
        table.Headings.Add(content.GetContent().Trim());
        return Href is null ? content : El("a", "nhsuk-link", content).With("href", Href);
    }

    private static IHtmlContent Cell(TableState table, TagHelperContent content)
    {
        IHtmlContent value = content.IsEmptyOrWhiteSpace ? Join("No data") : content;
        if (!table.Responsive || table.Column >= table.Headings.Count)
        {
            return value;
        }

        var heading = El("span", "nhsuk-table__heading", new HtmlString(table.Headings[table.Column]), " ").With("aria-hidden", "true");
        return Join(heading, content.GetContent().Contains('<') ? El("span", null, value) : value);
    }
}
