using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Champions.TestSupport.Web;

namespace Champions.TestSupport;

/// <summary>An authenticator app, written from RFC 6238 and not with the library that the product uses.</summary>
/// <param name="key">As the page shows it, with blanks.</param>
public sealed class Authenticator(string key)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    /// <summary>Types the key in that a page shows.</summary>
    public static Authenticator For(Page page) => new(page.Find(".app-key").TextContent);

    /// <summary>The six digits that the app shows.</summary>
    /// <param name="now">The time on the phone.</param>
    /// <param name="steps">So many codes later, or earlier.</param>
    public string CodeAt(DateTimeOffset now, int steps = 0)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, (now.ToUnixTimeSeconds() / Seconds) + steps);
        var hash = HMACSHA1.HashData(Bytes(), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] Bytes()
    {
        var bits = string.Concat(key.Where(c => !char.IsWhiteSpace(c)).Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
