using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>The error of a field that is not one of our components; the error summary leads to <c>id</c>.</summary>
[HtmlTargetElement("nhs-error-message", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorMessageTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Id { get; set; }

    /// <summary>Words of an error that model state does not know.</summary>
    public string? Text { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? "");
        var id = Id ?? TagBuilder.CreateSanitizedId(name, "_") + "-error";
        var words = Text;
        if (For is not null)
        {
            FormFields.Of(ViewContext.HttpContext).Add(name, id);
            words ??= ModelErrors.FirstOf(ViewContext.ModelState[name]);
        }

        output.Become(words is null ? null : Parts.Error(words, id));
    }
}
