using System.Globalization;
using System.Text;

namespace Champions.Infrastructure.Email;

/// <summary>Text of any language in ASCII: RFC 2047 words for headers, quoted-printable for bodies.</summary>
internal static class MimeText
{
    /// <summary>An encoded word has at most 75 characters; this many bytes stay below that in base64.</summary>
    private const int BytesInWord = 42;

    private const int QuotedLineMax = 76;

    /// <summary>Header text: as it is when it is short printable ASCII, else encoded words, folded.</summary>
    public static string Words(string text)
    {
        if (text.Length <= 60 && text.All(IsPrintable) && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var words = new List<string>();
        var word = new List<byte>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > BytesInWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        words.Add(Word(word));
        return string.Join("\r\n ", words);
    }

    /// <summary><c>Name &lt;address&gt;</c>, the name quoted or encoded as it needs.</summary>
    public static string Mailbox(string name, string address)
    {
        if (name.Length == 0)
        {
            return $"<{address}>";
        }

        var words = Words(name);
        var shown = words != name ? words
            : name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\'') ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return words.Contains('\r', StringComparison.Ordinal) ? $"{shown}\r\n <{address}>" : $"{shown} <{address}>";
    }

    /// <summary>RFC 2045 section 6.7. Every kind of line end becomes CRLF.</summary>
    public static string QuotedPrintable(string text)
    {
        var written = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (written.Length > 0)
            {
                written.Append("\r\n");
            }

            AppendLine(written, Encoding.UTF8.GetBytes(line));
        }

        return written.ToString();
    }

    private static void AppendLine(StringBuilder written, byte[] line)
    {
        var width = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = (char)line[i];
            var last = i == line.Length - 1;
            // A blank at the end of a line may be lost on the way, and so may a line that starts with a dot
            var plain = IsPrintable(c) && c != '=' && !(last && c == ' ') && !(width == 0 && c == '.');
            var token = plain ? c.ToString() : "=" + line[i].ToString("X2", CultureInfo.InvariantCulture);
            if (width + token.Length > QuotedLineMax - (last ? 0 : 1))
            {
                written.Append("=\r\n");
                width = 0;
            }

            written.Append(token);
            width += token.Length;
        }
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';
}
