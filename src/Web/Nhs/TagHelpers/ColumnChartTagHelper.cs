using System.Globalization;
using Champions.Application.Time;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>
/// Columns drawn on the server: a headline, one sentence that says what they show, the columns with their values, and the same numbers as a table.
/// </summary>
[HtmlTargetElement("nhs-column-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ColumnChartTagHelper : TagHelper
{
    // Drawn for the narrowest phone; wider screens get it a little larger, never so large that figures outgrow the text
    private const double Width = 320;
    private const double PlotHeight = 130;
    private const double Top = 22;
    private const double LabelHeight = 36;

    /// <summary>Unique on the page.</summary>
    public string Id { get; set; } = "chart";

    public string Headline { get; set; } = "";

    public int HeadingLevel { get; set; } = 2;

    /// <summary>What the columns say, in one sentence.</summary>
    public string Sentence { get; set; } = "";

    public IEnumerable<ColumnChartPoint> Points { get; set; } = [];

    /// <summary>Heading of the first column of the table, such as "Week starting".</summary>
    public string CategoryHeading { get; set; } = "";

    /// <summary>Heading of the numbers, such as "Sessions".</summary>
    public string ValueHeading { get; set; } = "";

    public string? CsvHref { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var points = Points.ToList();
        output.Become(El("figure", "app-chart",
            El("figcaption", "app-chart__caption",
                El("h" + HeadingLevel, "nhsuk-heading-m app-chart__headline", Headline),
                El("p", null, points.Count == 0 ? "No data yet." : Sentence)),
            points.Count == 0 ? null : Drawing(points),
            points.Count == 0 ? null : Numbers(points)));
    }

    private IHtmlContent Drawing(List<ColumnChartPoint> points)
    {
        var most = Math.Max(1, points.Max(point => point.Value));
        var step = Width / points.Count;
        var bar = Math.Min(step * 0.7, 48);
        var svg = El("svg", "app-chart__drawing",
                El("title", null, Headline).With("id", Id + "-title"),
                El("desc", null, Sentence).With("id", Id + "-desc"))
            .With("viewBox", $"0 0 {Number(Width)} {Number(Top + PlotHeight + LabelHeight)}")
            .With("role", "img")
            .With("aria-labelledby", $"{Id}-title {Id}-desc")
            .With("focusable", "false");
        for (var index = 0; index < points.Count; index++)
        {
            Column(svg, points[index], (index + 0.5) * step, bar, PlotHeight * points[index].Value / most);
        }

        return svg.Add(El("line", "app-chart__base")
            .With("x1", "0").With("x2", Number(Width)).With("y1", Number(Top + PlotHeight)).With("y2", Number(Top + PlotHeight)));
    }

    private static void Column(TagBuilder svg, ColumnChartPoint point, double middle, double width, double height)
    {
        var top = Top + PlotHeight - height;
        svg.Add(El("rect", "app-chart__bar")
            .With("x", Number(middle - (width / 2))).With("y", Number(top)).With("width", Number(width)).With("height", Number(height)));
        svg.Add(Words(UkFormat.Number(point.Value), "app-chart__value", middle, top - 6));
        var lines = point.Label.Split(' ', 2);
        for (var line = 0; line < lines.Length; line++)
        {
            svg.Add(Words(lines[line], "app-chart__label", middle, Top + PlotHeight + 15 + (15 * line)));
        }
    }

    private static IHtmlContent Words(string text, string classes, double x, double y) =>
        El("text", classes, text).With("x", Number(x)).With("y", Number(y)).With("text-anchor", "middle");

    private IHtmlContent Numbers(List<ColumnChartPoint> points)
    {
        var body = El("tbody", "nhsuk-table__body");
        foreach (var point in points)
        {
            body.Add(El("tr", "nhsuk-table__row",
                El("th", "nhsuk-table__header", point.LongLabel ?? point.Label).With("scope", "row"),
                El("td", "nhsuk-table__cell nhsuk-table__cell--numeric", UkFormat.Number(point.Value))));
        }

        var table = El("table", "nhsuk-table",
            El("caption", "nhsuk-table__caption nhsuk-u-visually-hidden", Headline),
            El("thead", "nhsuk-table__head", El("tr", "nhsuk-table__row",
                El("th", "nhsuk-table__header", CategoryHeading).With("scope", "col"),
                El("th", "nhsuk-table__header nhsuk-table__header--numeric", ValueHeading).With("scope", "col"))),
            body);
        var csv = CsvHref is null
            ? null
            : El("p", null, El("a", null, "Download these numbers (CSV)").With("href", CsvHref));
        return El("details", "nhsuk-details",
            El("summary", "nhsuk-details__summary", El("span", "nhsuk-details__summary-text", "Show the numbers", Hidden(": " + Headline))),
            El("div", "nhsuk-details__text", table, csv));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
