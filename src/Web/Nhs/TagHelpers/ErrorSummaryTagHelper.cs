using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>"There is a problem", with a link to every field that has one, in the order of the page. The layout shows it; pages do not.</summary>
[HtmlTargetElement("nhs-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fields = FormFields.Of(ViewContext.HttpContext);
        var errors = ViewContext.ModelState
            .Select(pair => (Field: fields.Find(pair.Key), Words: ModelErrors.FirstOf(pair.Value)))
            .Where(error => error.Words is not null)
            .OrderBy(error => error.Field.Position)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = El("ul", "nhsuk-list nhsuk-error-summary__list");
        foreach (var (field, words) in errors)
        {
            list.Add(El("li", null, field.Target is null ? words : El("a", null, words).With("href", "#" + field.Target)));
        }

        output.Become(El("div", "nhsuk-error-summary",
                El("div", null,
                    El("h2", "nhsuk-error-summary__heading", "There is a problem"),
                    El("div", "nhsuk-error-summary__body", list)).With("role", "alert"))
            .With("data-module", "nhsuk-error-summary"));
    }
}
