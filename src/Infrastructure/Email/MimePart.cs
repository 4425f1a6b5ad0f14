using System.Globalization;
using System.Text;

namespace Champions.Infrastructure.Email;

/// <summary>A part of an email: headers, and either text or further parts.</summary>
internal sealed class MimePart
{
    private readonly List<(string Name, string Value)> headers;
    private readonly string body;

    // Headers and encodings are ASCII; Latin-1 keeps every byte as one character
    private MimePart(string raw)
    {
        var end = raw.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        headers = [.. Headers(end < 0 ? raw : raw[..end])];
        body = end < 0 ? "" : raw[(end == 0 ? 2 : end + 4)..];
    }

    public string MediaType => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public static MimePart Read(byte[] content) => new(Encoding.Latin1.GetString(content).ReplaceLineEndings("\r\n"));

    public string? Header(string name) => headers.Find(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A parameter such as <c>method</c> of <c>Content-Type: text/calendar; method=REQUEST</c>.</summary>
    public string? Parameter(string header, string name) => (Header(header) ?? "").Split(';').Skip(1)
        .Select(p => p.Split('=', 2))
        .Where(p => p.Length == 2 && p[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(p => p[1].Trim().Trim('"'))
        .FirstOrDefault();

    public IReadOnlyList<MimePart> Parts()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal) || Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
        {
            return [];
        }

        // The line end before a boundary belongs to the boundary
        var pieces = ("\r\n" + body).Split("\r\n--" + boundary);
        return [.. pieces.Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal)).Select(p => new MimePart(AfterLine(p)))];
    }

    /// <summary>Parts that hold no others, in order.</summary>
    public IEnumerable<MimePart> Leaves() => Parts() is { Count: > 0 } parts ? parts.SelectMany(p => p.Leaves()) : [this];

    public string Text() => Encoding.UTF8.GetString((Header("Content-Transfer-Encoding") ?? "7bit").Trim().ToLowerInvariant() switch
    {
        "base64" => Convert.FromBase64String(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    });

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '='
                && i + 2 < joined.Length
                && byte.TryParse(joined.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return [.. bytes];
    }

    private static string AfterLine(string piece)
    {
        var end = piece.IndexOf("\r\n", StringComparison.Ordinal);
        return end < 0 ? "" : piece[(end + 2)..];
    }

    private static IEnumerable<(string Name, string Value)> Headers(string block)
    {
        var unfolded = block.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        foreach (var line in unfolded.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (line[..colon], line[(colon + 1)..].Trim());
            }
        }
    }
}
