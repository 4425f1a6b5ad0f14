using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Champions.Web.Tests.Nhs;

/// <summary>HTML written so that two pieces are equal exactly when a browser shows and reads them alike.</summary>
internal static class NormalMarkup
{
    public static string Of(string html, IEnumerable<string>? strip = null)
    {
        var document = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>");
        foreach (var selector in strip ?? [])
        {
            foreach (var element in document.QuerySelectorAll(selector).ToList())
            {
                element.Remove();
            }
        }

        var lines = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
        {
            Write(node, lines, 0);
        }

        return lines.ToString();
    }

    private static void Write(INode node, StringBuilder lines, int depth)
    {
        if (node is IText text)
        {
            var words = string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0)
            {
                lines.Append(' ', depth * 2).AppendLine(words);
            }
        }
        else if (node is IElement element)
        {
            lines.Append(' ', depth * 2).Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
            {
                lines.Append(' ').Append(attribute.Name).Append("=\"").Append(Value(attribute)).Append('"');
            }

            lines.AppendLine(">");
            foreach (var child in element.ChildNodes)
            {
                Write(child, lines, depth + 1);
            }
        }
    }

    private static string Value(IAttr attribute)
    {
        var words = attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return attribute.Name == "class" ? string.Join(' ', words.Order(StringComparer.Ordinal)) : string.Join(' ', words);
    }
}
