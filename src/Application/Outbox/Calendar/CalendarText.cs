using System.Globalization;
using System.Text;

namespace Champions.Application.Outbox.Calendar;

/// <summary>The text rules of RFC 5545 and RFC 6868: escaping, quoting and folding.</summary>
internal static class CalendarText
{
    private const int LongestLine = 75;

    /// <summary>A TEXT value: backslash, semicolon, comma and line ends escaped, other control characters dropped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in Clean(text))
        {
            _ = rune.Value switch
            {
                '\\' => escaped.Append(@"\\"),
                ';' => escaped.Append(@"\;"),
                ',' => escaped.Append(@"\,"),
                '\n' => escaped.Append(@"\n"),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    /// <summary>
    /// A quoted parameter value, such as a person's name. Nothing can be escaped inside one in a way that every calendar understands: some undo
    /// backslashes there, few know the carets of RFC 6868. So quotes, backslashes and line ends
    /// are replaced by their nearest, and only a caret itself is doubled as that RFC asks.
    /// </summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in Clean(text))
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append('\''),
                '\\' => quoted.Append('/'),
                '\n' => quoted.Append(' '),
                '^' => quoted.Append("^^"),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// Adds one content line, folded so that no line has more than 75 octets and no character is cut in two, with its line end.
    /// </summary>
    public static void AppendFolded(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    /// <summary>Every kind of line end as a line feed; halves of surrogate pairs replaced; control characters gone but the tab.</summary>
    private static IEnumerable<Rune> Clean(string text) =>
        text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control);
}
