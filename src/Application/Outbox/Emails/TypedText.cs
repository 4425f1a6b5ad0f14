using System.Text;
using System.Text.RegularExpressions;

namespace Champions.Application.Outbox.Emails;

/// <summary>Makes what people typed harmless in an email that carries the service's good name.</summary>
internal static partial class TypedText
{
    /// <summary>
    /// No control characters but line ends, and nothing that a mail program would turn into a link: web and mail addresses come apart
    /// at their dots, colons and at signs.
    /// </summary>
    public static string Quoted(string text)
    {
        var clean = new string([.. text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]);
        clean = Scheme().Replace(clean, "${scheme}: ");
        clean = HostDot().Replace(clean, ". ");
        return MailAt().Replace(clean, " at ");
    }

    /// <summary>The same on one line, for subjects and names in headers.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var blank = char.IsControl(c) || char.IsWhiteSpace(c) || c is '\u2028' or '\u2029';
            if (!blank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>A scheme before an address: "https://", "mailto:x", "tel:+44".</summary>
    [GeneratedRegex(@"\b(?<scheme>[a-z][a-z0-9+.-]{1,20}):(?=//|[^\s:])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    /// <summary>A dot between parts of a host name; "2.15pm" and "v1.2" stay.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}_-])\.(?=\p{L}{2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostDot();

    [GeneratedRegex(@"(?<=\S)@(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MailAt();
}
