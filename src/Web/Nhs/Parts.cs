using Microsoft.AspNetCore.Html;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>Pieces that several components are made of.</summary>
internal static class Parts
{
    public static IHtmlContent Hint(object content, string? id, string? classes = null) =>
        El("div", Classes("nhsuk-hint", classes), content).With("id", id);

    public static IHtmlContent Error(string text, string? id) =>
        El("span", "nhsuk-error-message", Hidden("Error: "), text).With("id", id);

    public static IHtmlContent Legend(string text, string? size, bool isHeading) =>
        El("legend", Classes("nhsuk-fieldset__legend", size is null ? null : "nhsuk-fieldset__legend--" + size),
            isHeading ? El("h1", "nhsuk-fieldset__heading", text) : text);

    /// <summary>Plain words become a paragraph; markup stays as it is.</summary>
    public static IHtmlContent Paragraph(IHtmlContent content, string? classes = null)
    {
        var text = Text(content).Trim();
        return text.StartsWith('<') ? content : El("p", classes, content);
    }
}
