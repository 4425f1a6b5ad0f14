using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Champions.Application.Abstractions;

namespace Champions.Application.Outbox.Emails;

/// <summary>
/// The one form of every email, as text and as HTML: greeting, what happened, facts, one link, what is good to know. No images, no tables,
/// readable in any mail program; whatever people typed is encoded and never a link.
/// </summary>
internal sealed class EmailLayout(ServiceAddress service)
{
    private const string NoReplies = "Replies to this address are not read.";

    // Letters of every script stay readable in the source; what has a meaning in HTML is encoded all the same
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Text(EmailContent content, string recipient)
    {
        var text = new StringBuilder();
        void Paragraph(string words) => text.Append(words).Append("\n\n");

        Paragraph(Greeting(recipient));
        foreach (var words in content.Opening)
        {
            Paragraph(TypedText.Quoted(words));
        }

        if (content.Code is { } code)
        {
            Paragraph(code);
        }

        foreach (var (name, value) in Facts(content))
        {
            // Further lines are set in, so that nothing typed can pass for a part of the email
            text.Append(name).Append(": ").Append(value.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }

        if (text[^2] != '\n')
        {
            text.Append('\n');
        }

        Paragraph($"{content.Link.Words}:\n{service.Of(content.Link.Path)}");
        foreach (var words in content.Closing)
        {
            Paragraph(TypedText.Quoted(words));
        }

        return text.Append(Footer(content)).Append('\n').ToString();
    }

    public string Html(EmailContent content, string recipient)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Encode(content.Subject))
            .Append("</title>\n</head>\n<body style=\"margin:0;padding:16px;background:#ffffff;color:#212b32;font-family:Arial,sans-serif;font-size:16px;line-height:1.5\">\n")
            .Append("<div style=\"max-width:600px\">\n");
        Paragraph(html, Encode(Greeting(recipient)));
        foreach (var words in content.Opening)
        {
            Paragraph(html, Typed(words));
        }

        if (content.Code is { } code)
        {
            Paragraph(html, $"<strong>{Encode(code)}</strong>", " style=\"font-size:32px;line-height:1.25;letter-spacing:4px\"");
        }

        foreach (var (name, value) in Facts(content))
        {
            Paragraph(html, $"<strong>{Encode(name)}</strong><br>\n{Lines(value)}");
        }

        Paragraph(html, $"<a href=\"{Encode(service.Of(content.Link.Path).AbsoluteUri)}\" style=\"color:#005eb8\">{Encode(content.Link.Words)}</a>");
        foreach (var words in content.Closing)
        {
            Paragraph(html, Typed(words));
        }

        Paragraph(html, Encode(Footer(content)), " style=\"color:#4c6272;font-size:14px\"");
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Facts(EmailContent content) =>
        content.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => (fact.Name, TypedText.Quoted(fact.Value!)));

    /// <summary>Somebody whose name we do not know yet is greeted without one.</summary>
    private static string Greeting(string recipient) =>
        TypedText.OneLine(TypedText.Quoted(recipient)) is { Length: > 0 } name ? $"Hello {name}," : "Hello,";

    private static string Footer(EmailContent content) => content.Trust is { } trust
        ? $"Champions at {TypedText.OneLine(TypedText.Quoted(trust))}. {NoReplies}"
        : $"Champions. {NoReplies}";

    private static void Paragraph(StringBuilder html, string markup, string attributes = "") =>
        html.Append("<p").Append(attributes).Append('>').Append(markup).Append("</p>\n");

    private static string Typed(string words) => Lines(TypedText.Quoted(words));

    private static string Lines(string text) => Encode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    /// <summary>Line ends stay line ends; everything else is encoded where HTML asks for it.</summary>
    private static string Encode(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}
