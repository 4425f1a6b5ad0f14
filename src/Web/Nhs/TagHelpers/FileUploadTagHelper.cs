using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>A file to send. The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("nhs-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var input = El("input", "nhsuk-file-upload__input")
            .With("id", FieldId)
            .With("name", FieldName)
            .With("type", "file")
            .With("aria-describedby", DescribedBy)
            .WithAll(output.Attributes);
        output.Become(Group("nhsuk-file-upload", LabelOf(FieldId), HintElement, ErrorElement, input).With("data-module", "nhsuk-file-upload"));
    }
}
