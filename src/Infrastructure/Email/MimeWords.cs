using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Champions.Infrastructure.Email;

/// <summary>Reads RFC 2047 words, as they stand in subjects and names.</summary>
internal static partial class MimeWords
{
    public static string Decode(string header)
    {
        // Blanks between two encoded words are only there to fold the line
        var joined = Gap().Replace(header, "?==?");
        var bytes = new List<byte>();
        var text = new StringBuilder();
        var last = 0;
        foreach (Match word in Word().Matches(joined))
        {
            if (word.Index > last)
            {
                Flush();
                text.Append(joined, last, word.Index - last);
            }

            // A character may be cut in two by a careless writer, so bytes of neighbours are read together
            bytes.AddRange(Bytes(word.Groups["kind"].ValueSpan[0], word.Groups["text"].Value));
            last = word.Index + word.Length;
        }

        Flush();
        return text.Append(joined, last, joined.Length - last).ToString();

        void Flush()
        {
            text.Append(Encoding.UTF8.GetString([.. bytes]));
            bytes.Clear();
        }
    }

    private static byte[] Bytes(char kind, string text)
    {
        if (kind is 'B' or 'b')
        {
            return Convert.FromBase64String(text);
        }

        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '='
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)(text[i] == '_' ? ' ' : text[i]));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
