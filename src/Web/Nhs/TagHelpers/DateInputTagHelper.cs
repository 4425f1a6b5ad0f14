using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Day, month and year in three boxes, bound to a <see cref="DateOnly"/>.</summary>
[HtmlTargetElement("nhs-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; } = "m";

    public bool LegendIsHeading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Typed();
        var wrong = HasError ? parts.Read().Wrong : [];
        Register($"{FieldId}-{(wrong.Count > 0 ? wrong[0] : "day")}");

        var boxes = El("div", "nhsuk-date-input",
                Box("Day", parts.Day, 2, wrong), Box("Month", parts.Month, 2, wrong), Box("Year", parts.Year, 4, wrong))
            .With("id", FieldId)
            .WithAll(output.Attributes);
        output.Become(Group(null,
            El("fieldset", "nhsuk-fieldset", Parts.Legend(Legend ?? LabelText, LegendSize, LegendIsHeading), HintElement, ErrorElement, boxes)
                .With("role", "group")
                .With("aria-describedby", DescribedBy)));
    }

    private DateParts Typed() => Entry?.RawValue is string[] { Length: 3 } typed
        ? new DateParts(typed[0], typed[1], typed[2])
        : For?.Model is DateOnly date && date != default ? DateParts.Of(date) : new DateParts(null, null, null);

    private IHtmlContent Box(string part, string? value, int width, IReadOnlyList<string> wrong)
    {
        var suffix = part.ToLowerInvariant();
        var id = $"{FieldId}-{suffix}";
        var failed = HasError && (wrong.Count == 0 || wrong.Contains(suffix));
        return El("div", "nhsuk-date-input__item",
            El("div", Classes("nhsuk-form-group", failed ? "nhsuk-form-group--error" : null),
                El("label", "nhsuk-label nhsuk-date-input__label", part).With("for", id),
                El("input", Classes("nhsuk-input", failed ? "nhsuk-input--error" : null, $"nhsuk-input--width-{width} nhsuk-date-input__input"))
                    .With("id", id)
                    .With("name", $"{FieldName}.{part}")
                    .With("type", "text")
                    .With("inputmode", "numeric")
                    .With("value", value)));
    }
}
