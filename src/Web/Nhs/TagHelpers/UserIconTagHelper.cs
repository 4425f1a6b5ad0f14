using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>The head beside the name of the person who is logged in.</summary>
[HtmlTargetElement("nhs-user-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UserIconTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Icons.User);
}
