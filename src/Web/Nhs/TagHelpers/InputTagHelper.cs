using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>One line of text or a number.</summary>
[HtmlTargetElement("nhs-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = El("input", Classes("nhsuk-input", HasError ? "nhsuk-input--error" : null, Width is null ? null : $"nhsuk-input--width-{Width}"))
            .With("id", FieldId)
            .With("name", FieldName)
            .With("type", Type)
            .With("value", CurrentValue)
            .With("aria-describedby", DescribedBy)
            .WithAll(output.Attributes);
        output.Become(Group(null, LabelOf(FieldId), HintElement, ErrorElement, Wrapped(input)));
    }

    private object Wrapped(object input) => Prefix is null && Suffix is null
        ? input
        : El("div", "nhsuk-input-wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));

    private static object? Affix(string side, string? text) =>
        text is null ? null : El("div", "nhsuk-input-wrapper__" + side, text).With("aria-hidden", "true");
}
