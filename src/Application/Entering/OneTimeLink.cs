using System.Buffers.Text;
using System.Security.Cryptography;

namespace Champions.Application.Entering;

/// <summary>256 random bits that stand in a link. Nobody guesses them, so a plain hash hides them well enough in the database.</summary>
internal static class OneTimeLink
{
    private const int Bytes = 32;

    public static (string Token, byte[] Hash) New()
    {
        var bits = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(bits), SHA256.HashData(bits));
    }

    /// <summary>Null for what cannot be such a token.</summary>
    public static byte[]? HashOf(string? token)
    {
        var bits = new byte[Bytes];
        return Base64Url.IsValid(token, out var length) && length == Bytes && Base64Url.TryDecodeFromChars(token, bits, out _) ? SHA256.HashData(bits) : null;
    }
}
