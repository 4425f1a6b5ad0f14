using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Champions.Web.Nhs;

/// <summary>Builds elements; every string given as a child or an attribute is encoded.</summary>
internal static class Markup
{
    private static readonly HashSet<string> Void = ["input", "wbr", "path", "rect", "line"];

    public static TagBuilder El(string name, string? classes, params ReadOnlySpan<object?> children)
    {
        var element = new TagBuilder(name);
        if (Void.Contains(name))
        {
            // SVG shapes must close themselves; elements of HTML never do
            element.TagRenderMode = name is "input" or "wbr" ? TagRenderMode.StartTag : TagRenderMode.SelfClosing;
        }

        if (!string.IsNullOrWhiteSpace(classes))
        {
            element.Attributes["class"] = classes;
        }

        foreach (var child in children)
        {
            Append(element.InnerHtml, child);
        }

        return element;
    }

    public static IHtmlContent Join(params ReadOnlySpan<object?> children)
    {
        var content = new HtmlContentBuilder();
        foreach (var child in children)
        {
            Append(content, child);
        }

        return content;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    /// <summary>Sets a boolean attribute when <paramref name="present"/>.</summary>
    public static TagBuilder With(this TagBuilder element, string name, bool present) => element.With(name, present ? "" : null);

    public static TagBuilder Add(this TagBuilder element, object? child)
    {
        Append(element.InnerHtml, child);
        return element;
    }

    /// <summary>Copies attributes that no tag helper knows (autocomplete, maxlength, data-…) from the page to the control.</summary>
    public static TagBuilder WithAll(this TagBuilder element, TagHelperAttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            var value = Plain(attribute.Value);
            element.Attributes[attribute.Name] = attribute.Name == "class" && element.Attributes.TryGetValue("class", out var classes)
                ? $"{classes} {value}"
                : value;
        }

        return element;
    }

    public static TagBuilder Hidden(string text) => El("span", "nhsuk-u-visually-hidden", text);

    public static string Classes(params ReadOnlySpan<string?> names)
    {
        var kept = new List<string>();
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                kept.Add(name);
            }
        }

        return string.Join(' ', kept);
    }

    public static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>Puts the element in the place of the tag the page author wrote.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent? content)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(content);
    }

    // Razor hands literal attributes over already encoded
    private static string Plain(object? value) => value switch
    {
        null => "",
        IHtmlContent content => WebUtility.HtmlDecode(Text(content)),
        _ => value.ToString() ?? ""
    };

    private static void Append(IHtmlContentBuilder content, object? child)
    {
        switch (child)
        {
            case null:
                break;
            case IHtmlContent html:
                content.AppendHtml(html);
                break;
            default:
                content.Append(child.ToString() ?? "");
                break;
        }
    }
}
