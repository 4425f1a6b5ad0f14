using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Several lines of text; with <c>max-length</c> a count of what is left is shown.</summary>
[HtmlTargetElement("nhs-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("nhs-character-count", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    /// <summary>Characters at most. The limit is checked on the server; the count only tells.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Share of the limit, in percent, from which the count is shown.</summary>
    public int? Threshold { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var counted = MaxLength is not null;
        var infoId = FieldId + "-info";
        var described = Classes(counted ? infoId : null, DescribedBy);
        var area = El("textarea", Classes("nhsuk-textarea", HasError ? "nhsuk-textarea--error" : null, counted ? "nhsuk-js-character-count" : null),
                LeadingLineKept(CurrentValue))
            .With("id", FieldId)
            .With("name", FieldName)
            .With("rows", Rows.ToString())
            .With("aria-describedby", described.Length > 0 ? described : null)
            .WithAll(output.Attributes);
        var info = counted
            ? Parts.Hint($"You can enter up to {MaxLength} characters", infoId, "nhsuk-character-count__message")
            : null;
        output.Become(Group(counted ? "nhsuk-character-count" : null, LabelOf(FieldId), HintElement, ErrorElement, area, info)
            .With("data-module", counted ? "nhsuk-character-count" : null)
            .With("data-maxlength", MaxLength?.ToString())
            .With("data-threshold", Threshold?.ToString()));
    }

    // A browser drops the first line break inside a textarea
    private static string? LeadingLineKept(string? text) => text is ['\n' or '\r', ..] ? "\n" + text : text;
}
