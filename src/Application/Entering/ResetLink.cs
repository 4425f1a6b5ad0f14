using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Champions.Application.Entering;

/// <summary>The secret part of a link in an email: 256 random bits, of which only a hash is kept.</summary>
internal static class ResetLink
{
    private const int Bytes = 32;
    private const int Characters = 43;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Null when it can be none of ours.</summary>
    public static byte[]? HashOf(string token) => token.Length == Characters ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;
}
